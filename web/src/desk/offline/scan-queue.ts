import type { RefusalSlug } from '../../refusal-slug.ts'
import type { Scan } from '../scan.ts'
import { everything, forget, keep } from './desk-store.ts'

export type Outcome = 'done' | 'again' | 'sign-in'

/** A scan on its way to the library. */
export interface Waiting {
  scan: Scan
  /** By the clock of the desk, ISO 8601. */
  doneAt: string
  /** Who did it, whoever is signed in when it is sent: a number of the staff. */
  doneBy: number
  /** The desk went on without waiting for the answer: what the library says to it later is no news, unless it is a no. */
  late: boolean
}

/** What the library would not do after the desk had gone on: somebody must look. */
export interface Exception {
  scan: Scan
  doneAt: string
  doneBy: number
  refusals: RefusalSlug[]
  confirmable?: { slugs: RefusalSlug[]; by: string[] } | undefined
}

export interface QueueState {
  waiting: number
  noLine: boolean
  paused: boolean
}

interface Doors {
  send: (waiting: Waiting) => Promise<Outcome>
  /** The line is gone: decides by itself and tells. False: nothing to send later. */
  goOn: (waiting: Waiting) => boolean
  /** Whether the library answers. */
  isThere: () => Promise<boolean>
  onChange: (state: QueueState) => void
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 10_000

/**
 * First in, first out, one at a time, kept on the disk. A scan leaves the queue only when the library has answered it; until then it is
 * sent again under its own key, so that a lost answer cannot lend a book twice. Without a line the desk goes on, and the queue follows
 * in the order of the scans when the line is back.
 */
export function scanQueue({ send, goOn, isThere, onChange }: Doors) {
  let waiting: Waiting[] = []
  let running = false
  let noLine = false
  let paused = false
  let over = false
  let wake = () => {}
  /** Sent at least once, so perhaps done, whatever was heard of it. */
  const sent = new WeakSet<Waiting>()
  /** The last write to the disk: they follow one another as the scans do. */
  let writing: Promise<unknown> = Promise.resolve()
  const tell = () => onChange({ waiting: waiting.length, noLine, paused })
  const onDisk = (change: () => Promise<void>) => {
    writing = writing.then(change).catch(() => undefined)
    return writing
  }
  const placeOf = ({ scan, doneAt }: Waiting) => `${doneAt} ${scan.key}`
  const store = (each: Waiting) => onDisk(() => keep('queue', placeOf(each), each))
  const leave = (each: Waiting) => {
    waiting = waiting.filter((other) => other !== each)
    return onDisk(() => forget('queue', placeOf(each)))
  }
  const lineIsGone = () => {
    noLine = true
    for (const each of waiting.filter(({ late }) => !late)) {
      if (goOn(each)) each.late = true
      else void leave(each)
    }
  }

  async function run() {
    if (running) return
    running = true
    let wait = FIRST_WAIT_MS
    for (let each = waiting[0]; (each || noLine) && !paused && !over; each = waiting[0]) {
      if (each) sent.add(each)
      const outcome = each ? await send(each) : (await isThere()) ? 'done' : 'again'
      paused = outcome === 'sign-in'
      if (outcome === 'again') lineIsGone()
      else noLine = false
      if (outcome === 'done') {
        if (each) await leave(each)
        wait = FIRST_WAIT_MS
      }
      tell()
      if (noLine) {
        await new Promise<void>((resolve) => {
          wake = resolve
          setTimeout(resolve, wait)
        })
        wait = Math.min(wait * 2, LONGEST_WAIT_MS)
      }
    }
    running = false
  }

  const back = () => wake()
  const gone = () => {
    lineIsGone()
    tell()
    void run()
  }
  addEventListener('online', back)
  addEventListener('offline', gone)
  const restored = everything<Waiting>('queue').then(
    (left) => {
      for (const each of left) sent.add(each)
      waiting = [...left.map((each) => Object.assign(each, { late: true })), ...waiting]
      tell()
      void run()
    },
    () => undefined,
  )

  return {
    async add(scan: Scan, doneAt: string, doneBy: number) {
      await restored
      const each: Waiting = { scan, doneAt, doneBy, late: false }
      // On the disk first: what was said to be done is never lost.
      await store(each)
      if (noLine && !goOn(each)) return void leave(each)
      each.late = noLine
      waiting.push(each)
      tell()
      void run()
    },
    /** Takes a scan back that the library has not heard of. */
    takeBack(key: string): boolean {
      const each = waiting.find(({ scan }) => scan.key === key)
      if (!each || sent.has(each)) return false
      void leave(each)
      tell()
      return true
    },
    /** What the desk did since it lost the line, in order. */
    late: () => waiting.filter(({ late }) => late),
    isCut: () => noLine,
    /** Another takes over, from the disk. */
    stop() {
      over = true
      wake()
      removeEventListener('online', back)
      removeEventListener('offline', gone)
    },
    resume() {
      paused = false
      tell()
      void run()
    },
  }
}
