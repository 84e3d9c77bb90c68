import { dayOf } from '../calendar.ts'
import { type Refusal, refuse } from '../refusal.ts'

/** A deed as it is kept under its key. */
interface Kept {
  request: string
  at: string
}

const PATHS = { visit: 'POST /api/visits ', question: 'POST /api/questions ' } as const

export interface UndoneCount {
  quantity: number
  reader: string | undefined
}

/** A visit or a question counted by mistake: found by the key it was counted under, at this branch, today, once. */
export function undoCount(
  { done, undone }: { done: Kept | undefined; undone: Kept | undefined },
  of: keyof typeof PATHS,
  { branchId, now }: { branchId: number; now: Date },
): UndoneCount | Refusal {
  const path = PATHS[of]
  if (!done?.request.startsWith(path) || undone || dayOf(new Date(done.at)) !== dayOf(now)) return refuse('cannot-be-undone')
  const { branch, count = 1, reader } = JSON.parse(done.request.slice(path.length)) as { branch: number; count?: number; reader?: string }
  return branch === branchId ? { quantity: reader ? 1 : count, reader } : refuse('cannot-be-undone')
}
