import { dayOf } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { CopyState, OpenTransfer } from './copy-state.ts'
import type { CopyFacts, ReaderFacts } from './facts.ts'

/** A loan as a desk left it, with what else its last scan did. */
export interface LoanToUndo {
  id: number
  copyId: number
  branchId: number
  lentAt: string
  renewals: number
  returnedAt: string | null
  returnedBranchId: number | null
  reader: (Pick<ReaderFacts, 'category' | 'birthYear'> & { id: number }) | undefined
  /** The scan also ended another loan, filled or released a hold, stopped or received a transfer, or lifted a mark. */
  didMore: boolean
  /** Something happened to the copy after the scan. */
  changedSince: boolean
  /** What its days overdue cost is paid. */
  isSettled: boolean
  onSite: boolean
}

export interface UndoFacts {
  copy: CopyFacts | undefined
  state: CopyState | undefined
  loan: LoanToUndo | undefined
}

interface At {
  branchId: number
  now: Date
}

export interface UndoneLoan {
  copy: CopyFacts
  state: CopyState
  loan: LoanToUndo
}

export interface UndoneReturn extends UndoneLoan {
  /** The hold that this return caught: back to its place in the queue. */
  released: { id: number; changes: number } | undefined
  /** That hold was given up since: the copy leaves the hold shelf. */
  cleared: boolean
  /** The transfer on which this return sent it. */
  dropped: OpenTransfer | undefined
}

/** A loan made by mistake: as though it had never been, if nothing happened to it since. */
export function undoLoan({ copy, state, loan }: UndoFacts, at: At): UndoneLoan | Refusal {
  if (!copy || !state || !loan || loan.copyId !== copy.id) return refuse('copy-not-found')
  const changed = loan.returnedAt !== null || loan.renewals > 0 || loan.didMore || loan.changedSince
  return changed || !doneHereToday(loan.lentAt, loan.branchId, at) ? refuse('cannot-be-undone') : { copy, state, loan }
}

/** A return made by mistake: the loan goes on as it was, with its day, if nothing happened to the copy since. */
export function undoReturn({ copy, state, loan }: UndoFacts, at: At): UndoneReturn | Refusal {
  if (!copy || !state || !loan || loan.copyId !== copy.id) return refuse('copy-not-found')
  const { returnedAt, returnedBranchId, reader, didMore, changedSince, isSettled } = loan
  if (returnedAt === null || returnedBranchId === null || !reader || didMore || changedSince || isSettled) return refuse('cannot-be-undone')
  if (!doneHereToday(returnedAt, returnedBranchId, at)) return refuse('cannot-be-undone')
  const { trappedFor, transfer } = state
  const sent = transfer?.sentAt === state.lastSeenAt ? transfer : undefined
  // It was asked for before: the branch that waits for it is not to be forgotten.
  if (sent && sent.requestedAt !== sent.sentAt) return refuse('cannot-be-undone')
  const released = trappedFor?.state === 'waiting' || trappedFor?.state === 'in-transit' ? trappedFor : undefined
  return { copy, state, loan, released, cleared: state.place === 'hold-shelf' && !released, dropped: sent }
}

const doneHereToday = (doneAt: string, branch: number, { branchId, now }: At) =>
  branch === branchId && dayOf(new Date(doneAt)) === dayOf(now)
