import { findReader, lend, registerVisit, renew, takeBack } from '../api.ts'
import type { Answer, Branch, ReaderForm } from '../api-shapes.ts'
import { type Deed, lentDeed, refusedDeed, renewedDeed, returnedDeed, visitDeed } from './deed.ts'
import type { Confirmable, Scan } from './scan.ts'
import type { Outcome } from './scan-queue.ts'

export interface Told {
  outcome: Outcome
  deed?: Deed
  reader?: ReaderForm
}

function told<T>(scan: Scan, answer: Answer<T>, yes: (value: T) => Partial<Told>): Told {
  if (answer.ok) return { outcome: 'done', ...yes(answer.value) }
  if (answer.refused === 'no-connection') return { outcome: 'again' }
  if (answer.refused === 'sign-in-required') return { outcome: 'sign-in' }
  const deed = refusedDeed(scan.key, scan.code, answer.refusals)
  if (!answer.confirmable || (scan.kind !== 'lend' && scan.kind !== 'renew')) return { outcome: 'done', deed }
  const { slugs, by } = answer.confirmable
  return { outcome: 'done', deed: { ...deed, asks: { scan, slugs: [...(scan.confirm ?? []), ...slugs], by } } }
}

/** Confirmed: the reader keeps the copy that was scanned for lending (R14). */
const renews = ({ confirm }: Confirmable) => confirm?.includes('copy-is-on-loan-to-this-reader')

/** One scan becomes one request, and its answer one line on the screen. */
export async function sendScan(scan: Scan, branches: Branch[]): Promise<Told> {
  switch (scan.kind) {
    case 'reader':
      return told(scan, await findReader(scan.code), (reader) => ({ reader }))
    case 'lend':
      return told(scan, await lend(scan.reader, scan.code, scan.branch, scan.key, scan.confirm), (value) => ({
        deed: renews(scan) ? renewedDeed(scan.key, value.loan.copy.title, value.loan.dueOn) : lentDeed(scan.key, value),
      }))
    case 'return':
      return told(scan, await takeBack(scan.code, scan.branch, scan.key), (value) => ({
        deed: { ...returnedDeed(scan.key, value, branches, scan.branch), ...(value.return.slip ? { slip: value.return.slip } : {}) },
      }))
    case 'renew':
      return told(scan, await renew(scan.code, scan.key, scan.confirm), (value) => ({
        deed: renewedDeed(scan.key, scan.title, value.loan.dueOn),
      }))
    case 'visit':
      return told(scan, await registerVisit(scan.branch, scan.reader, scan.key), () => ({ deed: visitDeed(scan.key, scan.reader) }))
  }
}
