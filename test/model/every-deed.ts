/** What the histories must have done between them, as the database keeps it: a rule that is never lived is not proved. */
export const EVERY_DEED = [
  ...['loan', 'on-site-loan', 'return', 'renewal', 'renewal by night', 'on-site-use'],
  ...['hold', 'hold-changed', 'hold-cancelled', 'hold-set-aside', 'hold-filled', 'hold-expired by night'],
  ...['transfer-asked', 'transfer-sent', 'transfer-received', 'transfer-cancelled'],
  ...['copy-marked', 'copy-marked by night', 'copy-mark-lifted', 'reader-blocked', 'block-lifted', 'charge-settled', 'calendar-changed'],
].map((deed) => `journal: ${deed}`)

export const EVERY_OUTCOME = [
  ...['waiting', 'in-transit', 'released', 'changed', 'woken', 'filled', 'cancelled', 'expired'].map((deed) => `hold: ${deed}`),
  ...['lost', 'missing', 'damaged', 'claimed-returned', 'lent', 'returned', 'seen', 'loan-undone', 'return-undone'].map(
    (deed) => `copy: ${deed}`,
  ),
  ...['found', 'repaired', 'replaced', 'written-off', 'never-lent', 'lost', 'claimed-returned'].map((as) => `mark ends: ${as}`),
  ...['home', 'hold', 'asked'].map((reason) => `transfer: ${reason}`),
  ...['forced', 'not-needed', 'lost', 'missing'].map((reason) => `transfer ends: ${reason}`),
  ...['overdue', 'overdue paid', 'lost', 'lost paid', 'lost found', 'lost replaced', 'lost forgiven'].map((charge) => `charge: ${charge}`),
  ...['by-hand', 'by-hand lifted', 'suspension', 'suspension lifted'].map((block) => `block: ${block}`),
  'copy: replaces another',
  'a loan in a list',
]
