import type { Day } from '../calendar.ts'
import type { LibraryCalendar } from '../library-calendar.ts'
import { type Refusal, type RefusalSlug, refuse } from '../refusal.ts'
import type { Actor } from '../staff/permissions.ts'
import { blocksAgainst } from './blocks.ts'
import { type Confirmation, isConfirmation, refusalAfter } from './confirmation.ts'
import type { CopyState } from './copy-state.ts'
import { type DueDate, dueDate } from './due-date.ts'
import { type EndedLoan, type EndLoanFacts, endLoan } from './end-loan.ts'
import type { CopyFacts, OpenLoan, ReaderFacts } from './facts.ts'
import { claimsOn, type HoldClaims, type TitleHolds } from './hold-claims.ts'
import type { LoanAlert } from './loan-alert.ts'
import { isLimitReached, nothingAllowed } from './loan-limits.ts'
import type { Policy } from './policy.ts'
import type { Standing } from './standing.ts'

export interface CheckOutFacts extends TitleHolds {
  reader: ReaderFacts | undefined
  standing: Standing
  copy: CopyFacts | undefined
  state: CopyState | undefined
  openLoan: OpenLoan | undefined
  policy: Policy
  /** Of the branch that lends (R4). */
  calendar: LibraryCalendar
  /** Asked for only where the return of the copy was confirmed (R15). */
  ending: EndLoanFacts | undefined
}

export interface CheckOutRequest {
  today: Day
  /** To be read in the reading room, until it closes. */
  onSite: boolean
  confirm: readonly string[]
  actor: Actor
}

export interface NewLoan {
  copy: CopyFacts
  state: CopyState
  reader: ReaderFacts
  readerOrdinal: number
  loansNow: number
  dueOn: Day
  onSite: boolean
  branchId: number
  policy: Policy
  claims: HoldClaims
  /** The loan of the copy that ends first (R15). */
  ends: EndedLoan | undefined
  alerts: LoanAlert[]
}

/** Lends a copy, or says everything that stands against it: what is impossible (R11), and what may be confirmed (R10, R12 - R18). */
export function checkOut(facts: CheckOutFacts, request: CheckOutRequest): NewLoan | Refusal {
  const { reader, copy, state, openLoan, standing, policy, calendar } = facts
  if (!reader) return copy ? refuse('reader-not-found') : refuse('reader-not-found', 'copy-not-found')
  if (!copy || !state) return refuse('copy-not-found')
  const { today, onSite, confirm, actor } = request
  const others = othersThan(standing, openLoan)
  const claims = claimsOn(copy, state, reader.id, facts)
  const due = onSite
    ? { dueOn: today, shortened: false }
    : dueDate({ policy, calendar, cardExpiresOn: reader.cardExpiresOn, waiting: claims.waiting }, today)
  const blocks = blocksAgainst('loan', reader, standing, policy, today)
  const impossible = [...againstCopy(copy, policy, onSite), ...blocks.impossible, ...tooYoung(reader, policy, today)]
  const confirmations = [
    ...aboutCopy(copy, state, reader, openLoan, onSite),
    ...aboutHolds(claims),
    ...aboutReader(copy, others, policy, onSite),
    ...blocks.confirmable.filter(isConfirmation),
  ]
  const alerts = alertsOf(state, claims, due, hasTheTitle(copy, others))
  const refusal = refusalAfter({ impossible, confirmations, alerts }, confirm, actor)
  if (refusal) return refusal
  const ends = facts.ending && endLoan(facts.ending, today, state.incident)
  if (openLoan && ends?.loan.id !== openLoan.id) return refuse('copy-just-changed')
  return {
    copy,
    state,
    reader,
    readerOrdinal: reader.loansMade + 1,
    loansNow: others.loans.length + 1,
    dueOn: due.dueOn,
    onSite,
    branchId: calendar.branchId,
    policy,
    claims,
    ends,
    alerts,
  }
}

const othersThan = (standing: Standing, loan: OpenLoan | undefined): Standing => ({
  ...standing,
  loans: standing.loans.filter(({ id }) => id !== loan?.id),
})

type Reasons<Slug> = [boolean, Slug][]
const held = <Slug>(reasons: Reasons<Slug>): Slug[] => reasons.filter(([holds]) => holds).map(([, slug]) => slug)

const againstCopy = (copy: CopyFacts, policy: Policy, onSite: boolean): RefusalSlug[] =>
  held<RefusalSlug>([
    [copy.withdrawn, 'copy-is-withdrawn'],
    [copy.onSiteOnly && !onSite, 'copy-is-on-site-only'],
    [nothingAllowed(policy, onSite), onSite ? 'not-lent-in-the-reading-room' : 'not-lent-to-this-reader'],
  ])

/** By the year of birth: the library keeps no birthdays. */
export function tooYoung({ birthYear }: Pick<ReaderFacts, 'birthYear'>, { leastAge }: Policy, today: Day): RefusalSlug[] {
  return birthYear !== null && Number(today.slice(0, 4)) - birthYear < leastAge ? ['reader-is-too-young'] : []
}

function aboutCopy(
  copy: CopyFacts,
  { incident }: CopyState,
  reader: ReaderFacts,
  loan: OpenLoan | undefined,
  onSite: boolean,
): Confirmation[] {
  const own = loan?.readerId === reader.id
  // R14: the reader keeps it for longer, or takes home what was read here; R15: somebody else's loan ends first.
  const readHere = own && loan.onSite && !onSite && !copy.onSiteOnly
  return held<Confirmation>([
    [loan !== undefined && !own, 'copy-is-on-loan'],
    [readHere, 'copy-is-read-here-by-this-reader'],
    [own && !readHere, 'copy-is-on-loan-to-this-reader'],
    [incident?.kind === 'damaged', 'copy-is-damaged'],
  ])
}

const aboutHolds = ({ releases, overtaken }: HoldClaims): Confirmation[] =>
  held<Confirmation>([
    [releases !== undefined, 'copy-waits-for-another-reader'],
    [overtaken > 0, 'title-is-on-hold'],
  ])

const aboutReader = (copy: CopyFacts, standing: Standing, policy: Policy, onSite: boolean): Confirmation[] =>
  held<Confirmation>([
    [!nothingAllowed(policy, onSite) && isLimitReached(standing, policy, onSite), 'too-many-loans'],
    [policy.sameTitle === 'confirm' && hasTheTitle(copy, standing), 'reader-has-the-title'],
  ])

const hasTheTitle = ({ recordId }: CopyFacts, { loans }: Standing) => loans.some((loan) => !loan.onSite && loan.recordId === recordId)

const alertsOf = ({ transfer, incident, place }: CopyState, claims: HoldClaims, due: DueDate, again: boolean): LoanAlert[] =>
  held<LoanAlert>([
    [again, 'reader-has-the-title'],
    [due.shortened, 'loan-is-short-for-demand'],
    [claims.fills !== undefined, 'hold-is-filled'],
    [claims.releases !== undefined, 'hold-goes-back-to-queue'],
    // R16.
    [place === 'in-transit' && transfer !== undefined, 'transfer-is-closed-by-loan'],
    [incident?.kind === 'lost', 'lost-copy-is-found'],
    [incident?.kind === 'missing', 'missing-copy-is-found'],
  ])
