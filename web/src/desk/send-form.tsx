import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Branch } from '../api-shapes.ts'
import { BranchOptions } from '../ui/branch-options.tsx'
import { CodeField } from './code-field.tsx'
import { giveToLists, whenThere } from './scanner/scan-takers.ts'
import { sound } from './sound.ts'
import { useDeskWords } from './use-desk-words.ts'

interface Props {
  branches: Branch[]
  branch: number
  onSend: (sending: { copy: string; to: number; branch?: number }) => void
}

/** Copies are scanned into a transfer to a branch; one that a list of this screen waits for does what that list says. */
export function SendForm({ branches, branch, onSend }: Props) {
  const words = useDeskWords()
  const field = useRef<HTMLInputElement>(null)
  const others = branches.filter(({ id }) => id !== branch)
  const [chosen, setChosen] = useState('')
  const to = others.length === 1 ? String(others[0]?.id) : chosen
  useLayoutEffect(() => field.current?.focus(), [])
  const submit = (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const copy = String(given.get('copy')).replace(/\s/g, '')
    const inHand = given.has('in-hand')
    const form = event.currentTarget
    const send = () => {
      if (!form.isConnected) return sound('stop')
      if (inHand && giveToLists(copy)) return
      if (to) return onSend({ copy, to: Number(to), ...(inHand ? { branch } : {}) })
      sound('stop')
      if (field.current?.value === '') field.current.value = copy
      form.reportValidity()
    }
    if (field.current) field.current.value = ''
    field.current?.focus()
    if (copy) whenThere(send)
  }
  const choose = (value: string) => {
    setChosen(value)
    field.current?.focus()
    field.current?.select()
  }
  return (
    <form class="desk-form" noValidate onSubmit={submit}>
      <h1>{words.sendCopy}</h1>
      <label>
        <span>{words.toBranch}</span>
        <select name="to" required value={to} onChange={(event) => choose(event.currentTarget.value)}>
          {others.length !== 1 && <option value="">{words.chooseBranch}</option>}
          <BranchOptions branches={others} />
        </select>
      </label>
      <CodeField label={words.copyBarcode} name="copy" scan={to ? 'copy' : 'asks'} field={field} />
      <label class="tick">
        <input type="checkbox" name="in-hand" defaultChecked />
        <span>{words.inHand}</span>
      </label>
      <button type="submit" class="primary">
        {words.send}
      </button>
    </form>
  )
}
