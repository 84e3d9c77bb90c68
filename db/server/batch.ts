import type { Result } from './execute.ts'
import { describeFailure, Failure } from './failure.ts'
import type { Batch, Condition } from './protocol.ts'

export type BatchResult = {
  step_results: (Result | null)[]
  step_errors: ({ message: string; code: string } | null)[]
}

/** Runs the steps whose condition holds; a skipped step leaves neither result nor error. */
export async function runBatch(runs: (() => Promise<Result>)[], { steps }: Batch, isAutocommit: () => boolean): Promise<BatchResult> {
  const done: BatchResult = { step_results: [], step_errors: [] }
  for (const [index, run] of runs.entries()) {
    const condition = steps[index]?.condition
    let result: Result | null = null
    let error: { message: string; code: string } | null = null
    if (!condition || holds(condition, done, isAutocommit)) {
      try {
        result = await run()
      } catch (thrown) {
        error = describeFailure(thrown)
      }
    }
    done.step_results.push(result)
    done.step_errors.push(error)
  }
  return done
}

/** Refuses a batch in which a condition looks at its own or a later step. */
export function checkConditions({ steps }: Batch): void {
  for (const [index, { condition }] of steps.entries()) if (condition) checkLooksBack(condition, index)
}

function checkLooksBack(condition: Condition, index: number): void {
  if ('step' in condition) {
    if (condition.step < index) return
    throw new Failure('BATCH_COND_BAD_STEP', `Condition of step ${index} refers to step ${condition.step}, which is not before it`)
  }
  if ('cond' in condition) checkLooksBack(condition.cond, index)
  if ('conds' in condition) for (const inner of condition.conds) checkLooksBack(inner, index)
}

function holds(condition: Condition, done: BatchResult, isAutocommit: () => boolean): boolean {
  switch (condition.type) {
    case 'ok':
      return done.step_results[condition.step] !== null
    case 'error':
      return done.step_errors[condition.step] !== null
    case 'not':
      return !holds(condition.cond, done, isAutocommit)
    case 'and':
      return condition.conds.every((inner) => holds(inner, done, isAutocommit))
    case 'or':
      return condition.conds.some((inner) => holds(inner, done, isAutocommit))
    case 'is_autocommit':
      return isAutocommit()
  }
}
