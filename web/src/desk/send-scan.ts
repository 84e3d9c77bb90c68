import { findReader, lend, registerQuestion, registerVisit, renew, takeBack, undo } from '../api.ts'
import type { Answer, Branch, ReaderForm } from '../api-shapes.ts'
import { copiesOfIsbn } from './copies-of-isbn.ts'
import { chooseDeed, type Deed, lentDeed, questionDeed, refusedDeed, renewedDeed, returnedDeed, undoneDeed, visitDeed } from './deed.ts'
import type { Exception, Outcome, Waiting } from './offline/scan-queue.ts'
import type { Confirmable, Scan } from './scan.ts'

export interface Told {
  outcome: Outcome
  deed?: Deed
  reader?: ReaderForm
  /** Said no after the desk had gone on. */
  exception?: Exception
  /** The ISBN is of one copy that fits: this is what was meant. */
  next?: Scan
}

/** So long after a scan it is told with its time. */
const LATE_MS = 10_000

function told<T>({ scan, doneAt, doneBy }: Waiting, answer: Answer<T>, yes: (value: T) => Partial<Told>): Told {
  if (answer.ok) return { outcome: 'done', ...yes(answer.value) }
  if (answer.refused === 'no-connection') return { outcome: 'again' }
  if (answer.refused === 'sign-in-required') return { outcome: 'sign-in' }
  const { refusals, confirmable } = answer
  const deed = refusedDeed(scan.key, scan.code, refusals)
  const exception = { scan, doneAt, doneBy, refusals, confirmable }
  if (!confirmable || (scan.kind !== 'lend' && scan.kind !== 'renew')) return { outcome: 'done', deed, exception }
  const { slugs, by } = confirmable
  return { outcome: 'done', deed: { ...deed, asks: { scan, slugs: [...(scan.confirm ?? []), ...slugs], by } }, exception }
}

/** Confirmed: the reader keeps the copy that was scanned for lending (R14). */
const renews = ({ confirm }: Confirmable) => confirm?.includes('copy-is-on-loan-to-this-reader')

const lendingOf = ({ reader, code: copy, branch, onSite, confirm }: Extract<Scan, { kind: 'lend' }>) => ({
  reader,
  copy,
  branch,
  onSite,
  confirm,
})

/** One scan becomes one request, and its answer one line on the screen. */
export async function sendScan(waiting: Waiting, branches: Branch[]): Promise<Told> {
  const { scan, doneAt, doneBy } = waiting
  const late = waiting.late || Date.now() - Date.parse(doneAt) > LATE_MS ? { doneAt, doneBy } : {}
  switch (scan.kind) {
    case 'reader':
      return told(waiting, await findReader(scan.code), (reader) => ({ reader }))
    case 'lend':
      return told(waiting, await lend({ ...lendingOf(scan), ...late }, scan.key), (value) => ({
        deed: renews(scan) ? renewedDeed(scan.key, value.loan.copy.title, value.loan.dueOn) : lentDeed(scan.key, value),
      }))
    case 'return':
      return told(waiting, await takeBack(scan.code, scan.branch, scan.key, late), (value) => ({
        deed: { ...returnedDeed(scan.key, value, branches, scan.branch), ...(value.return.slip ? { slip: value.return.slip } : {}) },
      }))
    case 'renew':
      return told(waiting, await renew(scan.code, scan.key, scan.confirm), (value) => ({
        deed: renewedDeed(scan.key, scan.title, value.loan.dueOn),
      }))
    case 'visit':
      return told(waiting, await registerVisit(scan.branch, scan.reader, scan.key, late), () => ({
        deed: visitDeed(scan.key, scan.reader),
      }))
    case 'question':
      return told(waiting, await registerQuestion(scan.branch, scan.key, late), () => ({ deed: questionDeed(scan.key) }))
    case 'undo':
      return told(waiting, await undo({ ...scan.what, branch: scan.branch }, scan.key), ({ undone }) => ({
        deed: undoneDeed(scan.key, undone.title),
      }))
    case 'title':
      return told(waiting, await copiesOfIsbn(scan), ({ copies, title }) => {
        const [only, ...others] = copies
        if (only && others.length === 0 && scan.mode === 'lend' && scan.reader) {
          const { branch, reader } = scan
          return { next: { kind: 'lend', key: crypto.randomUUID(), code: only.barcode, reader, branch } }
        }
        if (only && others.length === 0 && scan.mode === 'return') {
          return { next: { kind: 'return', key: crypto.randomUUID(), code: only.barcode, branch: scan.branch } }
        }
        return { deed: chooseDeed(scan, title, copies) }
      })
  }
}
