import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { EVENT_KINDS, PAID_SERVICES } from '../../../../worker/domain/statistics/services.ts'
import { change } from '../../api.ts'
import type { Answer } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { resetAsSent } from '../../ui/reset-as-sent.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { en } from './words/en.ts'
import { kk, type ServiceWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const TIYN = 100

type ServiceDeed = keyof ServiceWords['deeds']

/** An event held, an hour at a computer, a paid service: each counts in the diary of the day. */
export function ServiceScreen({ branch }: { branch: number }) {
  const { language } = useSpeech()
  const words: ServiceWords = { kk, ru, en }[language]
  const [told, setTold] = useState<ServiceDeed>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  const tell = (deed: ServiceDeed, answer: Answer<object>) => {
    setRefusals(answer.ok ? [] : answer.refusals)
    setTold(answer.ok ? deed : undefined)
  }
  const form = { branch, words, onAnswer: tell }
  return (
    <div class="desk-screen">
      <h1>{words.heading}</h1>
      <p class="quiet">{words.lead}</p>
      <RefusedNotice refusals={refusals} />
      <div role="status">
        {told && (
          <p class="notice done" data-written>
            {words.written}: {words.deeds[told]}
          </p>
        )}
      </div>
      <ServiceForm {...form} deed="event">
        <Kind words={words} names={words.eventKinds} kinds={EVENT_KINDS} />
        <Amount name="visitors" label={words.visitors} least={0} most={100_000} />
      </ServiceForm>
      <ServiceForm {...form} deed="internet-session">
        <Amount name="count" label={words.count} least={1} most={5_000} usual={1} />
      </ServiceForm>
      <ServiceForm {...form} deed="paid-service">
        <Kind words={words} names={words.paidServices} kinds={PAID_SERVICES} />
        <Amount name="count" label={words.count} least={1} most={5_000} usual={1} />
        <Amount name="amount" label={words.amount} least={0} most={100_000_000} />
      </ServiceForm>
    </div>
  )
}

interface FormProps {
  deed: ServiceDeed
  branch: number
  words: ServiceWords
  onAnswer: (deed: ServiceDeed, answer: Answer<object>) => void
  children: ComponentChildren
}

function ServiceForm({ deed, branch, words, onAnswer, children }: FormProps) {
  const once = useOneDeed()
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const reset = resetAsSent(event.currentTarget)
    const service = { deed, branch, ...serviceIn(deed, new FormData(event.currentTarget)) }
    const answer = await once((key) => change<object>('POST', '/api/services', service, key))
    if (!answer) return
    onAnswer(deed, answer)
    if (answer.ok) reset()
  }
  return (
    <form class="row" data-service={deed} onSubmit={submit}>
      <h2>{words.deeds[deed]}</h2>
      {children}
      <button type="submit">{words.write}</button>
    </form>
  )
}

function serviceIn(deed: ServiceDeed, given: FormData) {
  const number = (name: string) => Math.round(Number(given.get(name)))
  const kind = String(given.get('kind'))
  if (deed === 'event') return { kind, visitors: number('visitors') }
  if (deed === 'internet-session') return { count: number('count') }
  return { kind, count: number('count'), amount: number('amount') * TIYN }
}

interface KindProps<Value extends string> {
  words: ServiceWords
  names: Record<Value, string>
  kinds: readonly Value[]
}

function Kind<Value extends string>({ words, names, kinds }: KindProps<Value>) {
  return (
    <label>
      <span>{words.kind}</span>
      <select name="kind">
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {names[kind]}
          </option>
        ))}
      </select>
    </label>
  )
}

interface AmountProps {
  name: string
  label: string
  least: number
  most: number
  usual?: number
}

function Amount({ name, label, least, most, usual }: AmountProps) {
  return (
    <label>
      <span>{label}</span>
      <input type="number" name={name} required min={least} max={most} step="1" inputMode="numeric" defaultValue={usual} />
    </label>
  )
}
