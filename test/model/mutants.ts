/** Bugs that the model must notice: what is planted, where. */
export interface Mutant {
  bug: string
  file: string
  find: string
  plant: string
}

const circulation = 'worker/domain/circulation'

export const MUTANTS: Mutant[] = [
  {
    bug: 'a reader is overtaken silently',
    file: `${circulation}/hold-claims.ts`,
    find: 'overtaken: live?.reader.id === readerId ? 0 : place === -1 ? others : place,',
    plant: 'overtaken: 0,',
  },
  {
    bug: 'who came last is served first',
    file: `${circulation}/holds/next-hold.ts`,
    find: '.sort((a, b) => a.position - b.position)',
    plant: '.sort((a, b) => b.position - a.position)',
  },
  {
    bug: 'a copy under way is received anywhere',
    file: `${circulation}/check-in.ts`,
    find: "if (transfer.toBranchId === branchId) return 'here'",
    plant: "return 'here'",
  },
  {
    bug: 'one renewal too many',
    file: `${circulation}/renew.ts`,
    find: 'openLoan.renewals >= policy.maxRenewals',
    plant: 'openLoan.renewals > policy.maxRenewals',
  },
  {
    bug: 'a loan is renewed while others wait',
    file: `${circulation}/renew.ts`,
    find: "[readersWaiting({ ...facts, copy, state }) > 0, 'title-is-on-hold'],",
    plant: '',
  },
  {
    bug: 'a reader queues for what is already in his hands',
    file: `${circulation}/holds/place-hold.ts`,
    find: "[facts.standing.loans.some(({ recordId }) => recordId === record.id), 'reader-has-the-title'],",
    plant: '',
  },
  {
    bug: 'a lent copy stays on its way',
    file: 'db/circulation/record-lent-copy.ts',
    find: "...(transfer ? [markCancelled(transfer, 'forced', by)] : []),",
    plant: '',
  },
  {
    bug: 'a loan does not fill the hold of its reader',
    file: 'db/circulation/record-lent-copy.ts',
    find: '...(fills ? recordHoldFilled({ ...fills, recordId: copy.recordId }, copy.id, by) : []),',
    plant: '',
  },
  {
    bug: 'a repeated request is a new deed',
    file: 'worker/middleware/deed.ts',
    find: 'if (stored) return',
    plant: 'if (false) return',
  },
  {
    bug: 'a copy never goes home',
    file: `${circulation}/next-place.ts`,
    find: "(received?.reason === 'asked' ? branchId : copy.homeBranchId)",
    plant: 'branchId',
  },
  {
    bug: 'a copy waits for a hold that was given up',
    file: `${circulation}/next-place.ts`,
    find: 'const kept = copy.withdrawn ? undefined : live',
    plant: 'const kept = trapped',
  },
  {
    bug: 'a scan an hour later is the same scan',
    file: `${circulation}/check-in.ts`,
    find: 'const SAME_SCAN_MS = 10 * 60_000',
    plant: 'const SAME_SCAN_MS = 100 * 60_000',
  },
  {
    bug: 'a list overtakes the reader whose hold it took',
    file: `${circulation}/lend-to-group.ts`,
    find: 'if (!claims.releases || !trappedFor) return []',
    plant: 'return []',
  },
  {
    bug: 'a day in the book drop is a day late',
    file: `${circulation}/check-in.ts`,
    find: 'const day = returnedOn !== undefined && returnedOn < rules.today ? returnedOn : rules.today',
    plant: 'const day = rules.today',
  },
  {
    bug: 'a day of grace that nobody gave',
    file: `${circulation}/overdue.ts`,
    find: 'if (days <= policy.graceDays) return',
    plant: 'if (days <= policy.graceDays + 1) return',
  },
  {
    bug: 'who was late may borrow at once',
    file: `${circulation}/blocks.ts`,
    find: "if (suspended) impossible.push('reader-is-suspended')",
    plant: '',
  },
  {
    bug: 'a book that was found is still owed',
    file: 'db/circulation/record-incident.ts',
    find: "found: 'found', ",
    plant: '',
  },
  {
    bug: 'a marked copy is set aside for readers',
    file: `${circulation}/holds/next-hold.ts`,
    find: '!withdrawn && !onSiteOnly && incident === undefined',
    plant: '!withdrawn && !onSiteOnly',
  },
  {
    bug: 'a closing lets due days fall into it',
    file: 'db/circulation/closings.ts',
    find: "sql: 'UPDATE loans SET due_on = ? WHERE returned_at IS NULL AND branch_id = ? AND due_on BETWEEN ? AND ?'",
    plant: "sql: 'UPDATE loans SET due_on = ? WHERE 0 AND branch_id = ? AND due_on BETWEEN ? AND ?'",
  },
  {
    bug: 'a book is forgotten instead of lost',
    file: `${circulation}/become-lost.ts`,
    find: 'daysBetween(openLoan.dueOn, today) < policy.lostAfterDays',
    plant: 'daysBetween(openLoan.dueOn, today) <= policy.lostAfterDays',
  },
  {
    bug: 'a loan is undone when something has come of it',
    file: `${circulation}/undo.ts`,
    find: ' || loan.didMore || loan.changedSince',
    plant: '',
  },
  {
    bug: 'a return undone leaves its reader suspended',
    file: 'db/circulation/record-undo.ts',
    find: "{ sql: 'DELETE FROM reader_blocks WHERE loan_id = ? AND loan_ordinal = ?', args: [loan.id, ordinal] },",
    plant: '',
  },
]
