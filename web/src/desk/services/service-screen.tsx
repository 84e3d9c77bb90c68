import { useRef, useState } from 'preact/hooks'
import { EVENT_KINDS, PAID_SERVICES } from '../../../../worker/domain/statistics/services.ts'
import { change } from '../../api.ts'
import { useSpeech } from '../../i18n/language.tsx'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { en } from './words/en.ts'
import { kk, type ServiceWords } from './words/kk.ts'
import { ru } from './words/ru.ts'

const TIYN = 100

/** An event held, an hour at a computer, a paid service: each counts in the diary of the day. */
export function ServiceScreen({ branch }: { branch: number }) {
  const { language } = useSpeech()
  const words: ServiceWords = { kk, ru, en }[language]
  const [told, setTold] = useState<keyof ServiceWords['deeds']>()
  const [refusals, setRefusals] = useState<RefusalSlug[]>([])
  /** A form sent again after a lost answer writes nothing twice. */
  const key = useRef<string>(crypto.randomUUID())
  const record = async (form: HTMLFormElement, service: { deed: keyof ServiceWords['deeds'] } & Record<string, string | number>) => {
    const answer = await change<object>('POST', '/api/services', { branch, ...service }, key.current)
    setRefusals(answer.ok ? [] : answer.refusals)
    setTold(answer.ok ? service.deed : undefined)
    if (!answer.ok) return
    key.current = crypto.randomUUID()
    form.reset()
  }
  const submit = (deed: keyof ServiceWords['deeds']) => async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const number = (name: string) => Math.round(Number(given.get(name)))
    const kind = String(given.get('kind'))
    if (deed === 'event') return record(event.currentTarget, { deed, kind, visitors: number('visitors') })
    if (deed === 'internet-session') return record(event.currentTarget, { deed, count: number('count') })
    return record(event.currentTarget, { deed, kind, count: number('count'), amount: number('amount') * TIYN })
  }
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
      <form class="row" data-service="event" onSubmit={submit('event')}>
        <h2>{words.deeds.event}</h2>
        <Kind words={words} names={words.eventKinds} kinds={EVENT_KINDS} />
        <Amount name="visitors" label={words.visitors} least={0} most={100_000} />
        <button type="submit">{words.write}</button>
      </form>
      <form class="row" data-service="internet-session" onSubmit={submit('internet-session')}>
        <h2>{words.deeds['internet-session']}</h2>
        <Amount name="count" label={words.count} least={1} most={5_000} usual={1} />
        <button type="submit">{words.write}</button>
      </form>
      <form class="row" data-service="paid-service" onSubmit={submit('paid-service')}>
        <h2>{words.deeds['paid-service']}</h2>
        <Kind words={words} names={words.paidServices} kinds={PAID_SERVICES} />
        <Amount name="count" label={words.count} least={1} most={5_000} usual={1} />
        <Amount name="amount" label={words.amount} least={0} most={100_000_000} />
        <button type="submit">{words.write}</button>
      </form>
    </div>
  )
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
