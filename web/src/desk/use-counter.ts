import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { findReader, whoIsHere } from '../api.ts'
import type { Branch, ReaderForm } from '../api-shapes.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import { useLastAsked } from '../ui/use-last-asked.ts'
import { useLatest } from '../ui/use-latest.ts'
import { type Deed, exceptionDeed, notedDeed, offlineDeed, readerFirstDeed, refusedDeed, undoneDeed } from './deed.ts'
import { decideOffline, offlineReader } from './offline/decide-offline.ts'
import { scanMoment } from './offline/library-clock.ts'
import { type Exception, type QueueState, scanQueue, type Waiting } from './offline/scan-queue.ts'
import { useDeskLists } from './offline/use-desk-lists.ts'
import { useExceptions } from './offline/use-exceptions.ts'
import { type Confirmable, type Mode, readScan, type Scan } from './scan.ts'
import { sendScan } from './send-scan.ts'
import { sound } from './sound.ts'

const DEEDS_KEPT = 30

type ConfirmedLate = Pick<Exception, 'doneAt' | 'doneBy'> & { scan: Confirmable; slugs: RefusalSlug[] }

/** The lending counter: one mode, one reader or none, one queue of scans, and the last deeds. */
export function useCounter(branches: Branch[], branch: number, staff: number) {
  const [mode, setMode] = useState<Mode>('lend')
  const [onSite, setOnSite] = useState(false)
  const [reader, setReader] = useState<ReaderForm>()
  const [deeds, setDeeds] = useState<Deed[]>([])
  const [queue, setQueue] = useState<QueueState>({ waiting: 0, noLine: false, paused: false })
  const lastForm = useLastAsked()
  const lists = useDeskLists(branch, queue.noLine)
  const { exceptions, raise, settle } = useExceptions()
  /** The card scanned last: the next copies are for its owner, whether or not the form has arrived. */
  const card = useRef<string | undefined>(undefined)

  const report = (deed: Deed) => {
    sound(deed.tone)
    setDeeds((told) => [deed, ...told].slice(0, DEEDS_KEPT))
  }
  const change = (id: string, to: (deed: Deed) => Deed) => setDeeds((told) => told.map((deed) => (deed.id === id ? to(deed) : deed)))

  const mayBeUndone = ({ code, what }: Extract<Scan, { kind: 'undo' }>) => change(code, (deed) => ({ ...deed, undo: what }))

  const openForm = async (code: string) => {
    const answer = await lastForm.ask(findReader(code))
    if (answer?.ok && card.current === code) setReader(answer.value)
  }

  const send = async (waiting: Waiting) => {
    const { scan, late } = waiting
    const told = await sendScan(waiting, branches)
    if (told.outcome !== 'done') return told.outcome
    if (late && told.exception) {
      await raise(told.exception)
      report(exceptionDeed(crypto.randomUUID()))
    } else if (late && told.deed?.undo) {
      const { undo } = told.deed
      change(scan.key, (deed) => ({ ...deed, undo }))
    } else if (told.deed && !late) report(told.deed)
    if (scan.kind === 'undo' && told.exception) mayBeUndone(scan)
    if (told.next) add(told.next)
    if (told.reader && card.current === scan.code) setReader(told.reader)
    if (scan.kind === 'reader' && !told.reader && card.current === scan.code) card.current = undefined
    if (scan.kind !== 'reader' && scan.kind !== 'title' && card.current && !late) void openForm(card.current)
    return told.outcome
  }

  /** Without a line: by the lists of this desk and what it did since. */
  const goOn = ({ scan, doneAt }: Waiting): boolean => {
    const lentSince = new Map<string, boolean>()
    for (const { scan: earlier } of line.current?.late() ?? []) {
      if (earlier.kind === 'lend' || earlier.kind === 'return') lentSince.set(earlier.code, earlier.kind === 'lend')
    }
    const facts = { lists: lists.current, lentSince }
    const now = new Date(doneAt)
    if (scan.kind === 'reader') {
      const found = offlineReader(scan.code, facts, now)
      if (typeof found === 'string') report(refusedDeed(scan.key, scan.code, [found]))
      else if (card.current === scan.code) {
        setReader({ reader: { ...found, card: scan.code, branchId: null, blockedReason: null }, loans: [], isOffline: true })
      }
      return false
    }
    if (scan.kind === 'lend' || scan.kind === 'return') {
      const decision = decideOffline(scan, facts, now)
      if ('refusals' in decision) report(refusedDeed(scan.key, scan.code, decision.refusals))
      else report(offlineDeed(scan, decision))
      return !('refusals' in decision)
    }
    if (scan.kind === 'title' || scan.kind === 'undo') {
      if (scan.kind === 'undo') mayBeUndone(scan)
      report(refusedDeed(scan.key, scan.code, ['no-connection']))
      return false
    }
    report(notedDeed(scan))
    return true
  }

  const line = useRef<ReturnType<typeof scanQueue> | undefined>(undefined)
  const latest = useLatest({ send, goOn })
  line.current ??= scanQueue({
    send: (waiting) => latest.current.send(waiting),
    goOn: (waiting) => latest.current.goOn(waiting),
    isThere: async () => {
      const answer = await whoIsHere()
      return answer.ok || answer.refused !== 'no-connection'
    },
    onChange: setQueue,
  })
  const add = (scan: Scan, doneAt = scanMoment(), doneBy = staff) => void line.current?.add(scan, doneAt, doneBy)
  useLayoutEffect(() => () => line.current?.stop(), [])
  useEffect(() => {
    if (queue.waiting === 0 && !queue.noLine && reader?.isOffline) void openForm(reader.reader.card)
  }, [queue.waiting, queue.noLine])

  const scanned = (typed: string) => {
    const scan = readScan(typed, mode, card.current, branch)
    if (!scan) return report(readerFirstDeed(crypto.randomUUID(), typed))
    if (scan.kind === 'reader' && card.current !== scan.code) {
      card.current = scan.code
      setReader(undefined)
    }
    add(scan.kind === 'lend' && onSite ? { ...scan, onSite } : scan)
  }

  /** Opens the form of a reader who was found without a card. */
  const serve = (code: string) => {
    setMode('lend')
    card.current = code
    setReader(undefined)
    add({ kind: 'reader', key: crypto.randomUUID(), code })
  }

  const closeReader = () => {
    card.current = undefined
    setReader(undefined)
  }

  /** Takes the last deed back that can be: here, if the library has not heard of it, or by asking it. */
  const undoLast = () => {
    const last = deeds.find(({ undo }) => undo)
    if (!last?.undo) return
    const { undo } = last
    // Pressed again, it is for the deed before.
    change(last.id, ({ undo: _, ...deed }) => deed)
    if (undo.of !== 'waiting') return add({ kind: 'undo', key: crypto.randomUUID(), code: last.id, branch, what: undo })
    if (!line.current?.takeBack(undo.key)) {
      change(last.id, (deed) => ({ ...deed, undo }))
      return report(refusedDeed(crypto.randomUUID(), '', ['no-connection']))
    }
    report(undoneDeed(crypto.randomUUID(), undefined))
  }

  const key = () => crypto.randomUUID()
  return {
    mode,
    setMode,
    onSite,
    setOnSite,
    reader,
    closeReader,
    deeds,
    queue,
    lists: lists.known,
    exceptions,
    settle,
    scanned,
    serve,
    undoLast,
    choose: (scan: Scan) => add(scan),
    renewLoan: (code: string, title: string) => add({ kind: 'renew', key: key(), code, title }),
    confirm: ({ scan, slugs }: NonNullable<Deed['asks']>) => add({ ...scan, key: key(), confirm: slugs }),
    /** What was done without a line, confirmed afterwards: with its own time. */
    confirmLate: ({ scan, slugs, doneAt, doneBy }: ConfirmedLate) => add({ ...scan, key: key(), confirm: slugs }, doneAt, doneBy),
    decline: () => setDeeds((told) => told.map(({ asks, ...deed }) => deed)),
    visit: () => add({ kind: 'visit', key: key(), code: '', reader: card.current, branch }),
    question: () => add({ kind: 'question', key: key(), code: '', branch }),
    resume: () => line.current?.resume(),
  }
}

export type Counter = ReturnType<typeof useCounter>
