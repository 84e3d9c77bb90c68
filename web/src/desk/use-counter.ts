import { useEffect, useRef, useState } from 'preact/hooks'
import { findReader } from '../api.ts'
import type { Branch, ReaderForm } from '../api-shapes.ts'
import { type Deed, readerFirstDeed } from './deed.ts'
import { type Mode, readScan, type Scan } from './scan.ts'
import { type QueueState, scanQueue } from './scan-queue.ts'
import { sendScan } from './send-scan.ts'
import { sound } from './sound.ts'

const DEEDS_KEPT = 30

/** The lending counter: one mode, one reader or none, one queue of scans, and the last deeds. */
export function useCounter(branches: Branch[], branch: number) {
  const [mode, setMode] = useState<Mode>('lend')
  const [reader, setReader] = useState<ReaderForm>()
  const [deeds, setDeeds] = useState<Deed[]>([])
  const [queue, setQueue] = useState<QueueState>({ waiting: 0, noLine: false, paused: false })
  /** The card scanned last: the next copies are for its owner, whether or not the form has arrived. */
  const card = useRef<string | undefined>(undefined)
  const latestBranches = useRef(branches)
  latestBranches.current = branches

  const report = (deed: Deed) => {
    sound(deed.tone)
    setDeeds((told) => [deed, ...told].slice(0, DEEDS_KEPT))
  }

  const openForm = async (code: string) => {
    const answer = await findReader(code)
    if (answer.ok && card.current === code) setReader(answer.value)
  }

  const send = async (scan: Scan) => {
    const told = await sendScan(scan, latestBranches.current)
    if (told.deed) report(told.deed)
    if (told.reader && card.current === scan.code) setReader(told.reader)
    if (scan.kind === 'reader' && told.outcome === 'done' && !told.reader && card.current === scan.code) card.current = undefined
    if (scan.kind !== 'reader' && told.outcome === 'done' && card.current) void openForm(card.current)
    return told.outcome
  }

  const line = useRef<ReturnType<typeof scanQueue> | undefined>(undefined)
  line.current ??= scanQueue((scan) => latestSend.current(scan), setQueue)
  const latestSend = useRef(send)
  latestSend.current = send

  const scanned = (typed: string) => {
    const scan = readScan(typed, mode, card.current, branch)
    if (!scan) return report(readerFirstDeed(crypto.randomUUID(), typed))
    if (scan.kind === 'reader' && card.current !== scan.code) {
      card.current = scan.code
      setReader(undefined)
    }
    line.current?.add(scan)
  }

  /** Opens the form of a reader who was found without a card. */
  const serve = (code: string) => {
    setMode('lend')
    card.current = code
    setReader(undefined)
    line.current?.add({ kind: 'reader', key: crypto.randomUUID(), code })
  }

  const closeReader = () => {
    card.current = undefined
    setReader(undefined)
  }

  const renewLoan = (code: string, title: string) => line.current?.add({ kind: 'renew', key: crypto.randomUUID(), code, title })

  const confirm = ({ scan, slugs }: NonNullable<Deed['asks']>) => line.current?.add({ ...scan, key: crypto.randomUUID(), confirm: slugs })

  const decline = () => setDeeds((told) => told.map(({ asks, ...deed }) => deed))

  const visit = () => line.current?.add({ kind: 'visit', key: crypto.randomUUID(), code: '', reader: card.current, branch })

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    if (queue.waiting > 0) addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [queue.waiting])

  return {
    mode,
    setMode,
    reader,
    closeReader,
    deeds,
    queue,
    scanned,
    serve,
    renewLoan,
    confirm,
    decline,
    visit,
    resume: () => line.current?.resume(),
  }
}

export type Counter = ReturnType<typeof useCounter>
