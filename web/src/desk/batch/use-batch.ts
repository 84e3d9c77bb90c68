import { useRef, useState } from 'preact/hooks'
import type { Answer } from '../../api-shapes.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'
import { sound } from '../sound.ts'
import { type Choice, useChoice } from './use-choice.ts'

/** What would be said of the next one too: the line is gone, or whoever works here is. */
const STOPS = new Set<RefusalSlug>(['no-connection', 'sign-in-required'])

export interface Batch<Row> extends Choice<Row> {
  /** The list, and below it what was refused and has left the list: somebody holds it in their hand. */
  rows: Row[]
  refusalsOf: (row: Row) => RefusalSlug[]
  told: { done: number; of: number } | undefined
  working: boolean
  /** Does one deed to each row, one after another, each under its own key; answers with what was done. */
  run: <Done, Wanted extends Row>(
    deed: string,
    wanted: readonly Wanted[],
    send: (row: Wanted, key: string) => Promise<Answer<Done>>,
  ) => Promise<{ row: Wanted; value: Done }[]>
}

/** One deed to many rows: what is refused stays marked with its reason, the rest is done. */
export function useBatch<Row>(listed: readonly Row[], keyOf: (row: Row) => string | number): Batch<Row> {
  const refused = useRef(new Map<string | number, { row: Row; refusals: RefusalSlug[] }>())
  const [, tell] = useState(0)
  const [told, setTold] = useState<{ done: number; of: number }>()
  const [working, setWorking] = useState(false)
  /** A deed whose answer was lost is asked for again under the same key. */
  const keys = useRef(new Map<string, string>())
  const there = new Set(listed.map(keyOf))
  const rows = [...listed, ...[...refused.current.values()].flatMap(({ row }) => (there.has(keyOf(row)) ? [] : [row]))]
  const choice = useChoice(rows, keyOf)

  /** Books are scanned faster than the line carries them: each deed waits for the one before. */
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const run: Batch<Row>['run'] = (deed, wanted, send) => {
    const next = line.current.then(() => carryOut(deed, wanted, send))
    line.current = next.catch(() => undefined)
    return next
  }
  const carryOut: Batch<Row>['run'] = async (deed, wanted, send) => {
    setWorking(true)
    setTold(undefined)
    const done = await inTurn(wanted, async (row) => {
      const name = `${deed} ${keyOf(row)}`
      const key = keys.current.get(name) ?? crypto.randomUUID()
      keys.current.set(name, key)
      const answer = await send(row, key)
      const stops = !answer.ok && STOPS.has(answer.refused)
      if (!stops) keys.current.delete(name)
      if (answer.ok) refused.current.delete(keyOf(row))
      else refused.current.set(keyOf(row), { row, refusals: answer.refusals })
      tell((times) => times + 1)
      return { stops, done: answer.ok ? { row, value: answer.value } : undefined }
    })
    const rowsDone = done.map(({ row }) => row)
    choice.choose(rowsDone, false)
    setTold({ done: done.length, of: wanted.length })
    setWorking(false)
    sound(done.length === wanted.length ? 'yes' : 'look')
    return done
  }
  return { ...choice, rows, refusalsOf: (row) => refused.current.get(keyOf(row))?.refusals ?? [], told, working, run }
}

async function inTurn<Row, Done>(rows: readonly Row[], each: (row: Row) => Promise<{ stops: boolean; done: Done | undefined }>) {
  const all: Done[] = []
  for (const row of rows) {
    const { stops, done } = await each(row)
    if (done !== undefined) all.push(done)
    if (stops) break
  }
  return all
}
