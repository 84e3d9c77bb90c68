/** What the desk should know although the loan is made (R10). */
export type LoanAlert =
  | 'reader-has-the-title'
  | 'loan-is-short-for-demand'
  | 'hold-is-filled'
  | 'hold-goes-back-to-queue'
  | 'transfer-is-closed-by-loan'
  | 'lost-copy-is-found'
  | 'missing-copy-is-found'
