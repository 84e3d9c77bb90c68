import type { Scan } from './scan.ts'

export type Outcome = 'done' | 'again' | 'sign-in'

export interface QueueState {
  waiting: number
  noLine: boolean
  paused: boolean
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 10_000

/**
 * First in, first out, one at a time. A scan leaves the queue only when the library has answered it; until then it is
 * sent again under its own key, so that a lost answer cannot lend a book twice.
 */
export function scanQueue(send: (scan: Scan) => Promise<Outcome>, onChange: (state: QueueState) => void) {
  const waiting: Scan[] = []
  let running = false
  let noLine = false
  let paused = false
  const tell = () => onChange({ waiting: waiting.length, noLine, paused })

  async function run() {
    if (running) return
    running = true
    let wait = FIRST_WAIT_MS
    for (let scan = waiting[0]; scan && !paused; scan = waiting[0]) {
      const outcome = await send(scan)
      noLine = outcome === 'again'
      paused = outcome === 'sign-in'
      if (outcome === 'done') {
        waiting.shift()
        wait = FIRST_WAIT_MS
      }
      tell()
      if (noLine) {
        await new Promise((resolve) => setTimeout(resolve, wait))
        wait = Math.min(wait * 2, LONGEST_WAIT_MS)
      }
    }
    running = false
  }

  return {
    add(scan: Scan) {
      waiting.push(scan)
      tell()
      void run()
    },
    resume() {
      paused = false
      tell()
      void run()
    },
  }
}
