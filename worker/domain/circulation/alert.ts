/** What the desk should know although nothing stands against the deed (R10). */
export type ReturnAlert =
  | 'loan-was-overdue'
  | 'lost-copy-is-found'
  | 'missing-copy-is-found'
  | 'claimed-copy-is-found'
  | 'copy-is-damaged'
  | 'copy-is-withdrawn'
  | 'set-aside-already'
  | 'hold-was-given-up'
  | 'waits-at-another-branch'
  | 'wrong-branch'
  | 'has-not-left-yet'
