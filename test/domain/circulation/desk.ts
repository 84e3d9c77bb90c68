import type { CheckOutFacts, CheckOutRequest } from '../../../worker/domain/circulation/check-out.ts'
import type { CopyState } from '../../../worker/domain/circulation/copy-state.ts'
import type { CopyFacts, OpenLoan, ReaderFacts } from '../../../worker/domain/circulation/facts.ts'
import type { HoldFacts } from '../../../worker/domain/circulation/holds/hold.ts'
import type { HoldRules } from '../../../worker/domain/circulation/holds/next-hold.ts'
import { LIBRARY_TERMS, type Policy } from '../../../worker/domain/circulation/policy.ts'
import type { HeldLoan, Standing } from '../../../worker/domain/circulation/standing.ts'
import { type LibraryCalendar, MONDAY_TO_SATURDAY } from '../../../worker/domain/library-calendar.ts'
import { nationalHolidays } from '../../../worker/domain/national-holidays.ts'
import type { Actor } from '../../../worker/domain/staff/permissions.ts'

/** A Monday. */
export const TODAY = '2026-11-23'

export const librarian: Actor = { id: 1, login: 'librarian1', name: 'Ахметова Сәуле', role: 'librarian', branchId: 1 }
export const head: Actor = { ...librarian, role: 'head' }

export const policy = (more: Partial<Policy> = {}): Policy => ({
  ...LIBRARY_TERMS,
  versionId: 1,
  material: 'book',
  parentMaterial: null,
  limits: [{ branchId: null, material: null, max: 5 }],
  ...more,
})

export const calendar = (more: Partial<LibraryCalendar> = {}): LibraryCalendar => ({
  branchId: 1,
  week: MONDAY_TO_SATURDAY,
  holidays: [2026, 2027].flatMap(nationalHolidays),
  cleaning: null,
  exceptions: [],
  ...more,
})

export const reader = (more: Partial<ReaderFacts> = {}): ReaderFacts => ({
  id: 1,
  card: 'R1',
  name: 'Сейтқали Айгүл',
  category: 'adult',
  birthYear: 1980,
  cardExpiresOn: '2027-06-30',
  blocked: false,
  loansMade: 7,
  ...more,
})

export const copy = (more: Partial<CopyFacts> = {}): CopyFacts => ({
  id: 10,
  barcode: 'C10',
  recordId: 100,
  title: 'Абай жолы',
  author: 'Әуезов, Мұхтар',
  language: 'kaz',
  contentGroup: 'fiction',
  homeBranchId: 1,
  onSiteOnly: false,
  withdrawn: false,
  ...more,
})

export const state = (more: Partial<CopyState> = {}): CopyState => ({
  holdingBranchId: 1,
  place: 'on-shelf',
  addedOn: null,
  lastSeenAt: null,
  changes: 0,
  transfer: undefined,
  trappedFor: undefined,
  incident: undefined,
  ...more,
})

export const held = (more: Partial<HeldLoan> = {}): HeldLoan => ({
  id: 1,
  recordId: 1,
  dueOn: '2026-12-01',
  onSite: false,
  branchId: 1,
  material: 'book',
  parentMaterial: null,
  lost: false,
  claimed: false,
  ...more,
})

export const standing = (loans: HeldLoan[] = [], more: Partial<Standing> = {}): Standing => ({
  loans,
  suspendedUntil: null,
  debt: 0,
  ...more,
})

export const loan = (more: Partial<OpenLoan> = {}): OpenLoan => ({
  id: 50,
  dueOn: '2026-12-01',
  renewals: 0,
  readerId: 1,
  lentOn: '2026-11-16',
  onSite: false,
  price: null,
  ...more,
})

export const hold = (more: Partial<HoldFacts> = {}): HoldFacts => ({
  id: 30,
  recordId: 100,
  copyId: null,
  reader: { id: 2, card: 'R2', name: 'Оспанов Марат' },
  pickupBranchId: 1,
  state: 'queued',
  position: 1,
  placedOn: '2026-11-01',
  notAfter: null,
  suspended: false,
  wakesOn: null,
  trappedCopyId: null,
  shelfUntil: null,
  changes: 0,
  ...more,
})

export const rules: HoldRules = { today: TODAY, closedBranches: [], branchesThatKeepCopies: [], newCopyDays: 0 }

export const checkOutFacts = (more: Partial<CheckOutFacts> = {}): CheckOutFacts => ({
  reader: reader(),
  standing: standing(),
  copy: copy(),
  state: state(),
  openLoan: undefined,
  policy: policy(),
  calendar: calendar(),
  holds: [],
  ownHold: undefined,
  rules,
  ending: undefined,
  ...more,
})

export const asked = (more: Partial<CheckOutRequest> = {}): CheckOutRequest => ({
  today: TODAY,
  onSite: false,
  confirm: [],
  actor: librarian,
  ...more,
})
