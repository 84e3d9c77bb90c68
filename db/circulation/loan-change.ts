import type { InStatement } from '@libsql/client/http'
import type { By } from './record-copy.ts'

/** Two desks changing a loan from the same facts break on the ordinal. */
export function loanChange(loanId: number, ordinal: number, deed: string, { now, staffId }: By): InStatement {
  return { sql: 'INSERT INTO loan_changes VALUES (?, ?, ?, ?, ?)', args: [loanId, ordinal, deed, now.toISOString(), staffId] }
}
