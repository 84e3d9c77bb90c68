import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../ui/icon.tsx'
import { hasUnsavedWork, unsavedFields } from './scanner/written-field.ts'
import { useDeskWords } from './use-desk-words.ts'

/** Of many forms one is open. One that was left half written stays behind it, and its words are there when it is opened again. */
export function useKeptForms<Value>(keyOf: (value: Value) => string) {
  const place = useRef<HTMLDivElement>(null)
  const [{ open, kept }, setForms] = useState<{ open: Value | undefined; kept: readonly Value[] }>({ open: undefined, kept: [] })
  const without = (values: readonly Value[], key: string) => values.filter((each) => keyOf(each) !== key)
  const show = (next?: Value) => {
    const form = place.current?.querySelector('[data-open-form]')
    const stays = form != null && hasUnsavedWork(form)
    setForms((before) => {
      const left = before.open !== undefined && stays ? [...before.kept, before.open] : before.kept
      return { open: next, kept: next === undefined ? left : without(left, keyOf(next)) }
    })
  }
  /** What a form was opened for is done, or given up: another may be open by now. */
  const finish = (done: string, next?: Value) =>
    setForms((before) => {
      const isOpen = before.open !== undefined && keyOf(before.open) === done
      return { open: isOpen ? next : before.open, kept: without(before.kept, done) }
    })
  /** As it is now, wherever it is: another may be open by now. */
  const renew = (old: string, next: Value) => {
    const renewed = (value: Value) => (keyOf(value) === old ? next : value)
    setForms(({ open: before, kept: behind }) => {
      const others = keyOf(next) === old ? behind : without(behind, keyOf(next))
      return { open: before === undefined ? undefined : renewed(before), kept: others.map(renewed) }
    })
  }
  return { open, kept, keyOf, place, show, finish, renew }
}

interface Props<Value> {
  forms: ReturnType<typeof useKeptForms<Value>>
  nameOf: (value: Value) => string
  children: (value: Value) => ComponentChildren
}

export function KeptForms<Value>({ forms, nameOf, children }: Props<Value>) {
  const words = useDeskWords()
  const { open, kept, keyOf, place, show } = forms
  const returned = useRef(false)
  useLayoutEffect(() => {
    const form = place.current?.querySelector('[data-open-form]')
    if (returned.current && form) unsavedFields(form)[0]?.focus()
    returned.current = false
  }, [open])
  const goBack = (value: Value) => {
    returned.current = true
    show(value)
  }
  if (open === undefined && kept.length === 0) return null
  return (
    <div ref={place}>
      {kept.length > 0 && (
        <div class="kept-line within actions" data-kept-forms={kept.length}>
          <p role="status">{words.writtenIsKept}</p>
          {kept.map((each) => (
            <button key={keyOf(each)} type="button" data-kept-form={keyOf(each)} onClick={() => goBack(each)}>
              <Icon name="back" /> {nameOf(each)}
            </button>
          ))}
        </div>
      )}
      {[...(open === undefined ? [] : [open]), ...kept].map((each) => (
        <div key={keyOf(each)} hidden={each !== open} data-open-form={each === open ? keyOf(each) : undefined}>
          {children(each)}
        </div>
      ))}
    </div>
  )
}
