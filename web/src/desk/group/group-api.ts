import { change, refusalOf } from '../../api.ts'
import type { LoanAnswer, Refused } from '../../api-shapes.ts'
import type { RefusalSlug } from '../../refusal-slug.ts'

export interface GroupLine {
  key: string
  reader: string
  copy: string
  confirm?: RefusalSlug[]
}

export type LineOutcome = LoanAnswer | Refused

export const isRefused = (outcome: LineOutcome): outcome is Refused => 'refused' in outcome

interface LineAnswer {
  status: number
  body: object
}

/** As many lines as one request carries. */
export const MOST_LINES = 40

/** Lends every line by itself; the outcomes come in the order of the lines. */
export async function lendToGroup(lines: GroupLine[], branch: number, onSite: boolean) {
  const answer = await change<{ lines: LineAnswer[] }>('POST', '/api/group-loans', { branch, onSite, lines })
  if (!answer.ok) return answer
  const outcomes = answer.value.lines.map(({ status, body }): LineOutcome => (status < 300 ? (body as LoanAnswer) : refusalOf(body)))
  return { ok: true as const, value: outcomes }
}
