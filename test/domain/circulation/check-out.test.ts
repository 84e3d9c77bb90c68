import { describe, expect, it } from 'vitest'
import { type CheckOutFacts, type CheckOutRequest, checkOut } from '../../../worker/domain/circulation/check-out.ts'
import type { TrappedFor } from '../../../worker/domain/circulation/copy-state.ts'
import { asked, checkOutFacts, copy, head, held, hold, loan, policy, reader, standing, state } from './desk.ts'

const lend = (facts: Partial<CheckOutFacts> = {}, request: Partial<CheckOutRequest> = {}) => checkOut(checkOutFacts(facts), asked(request))
const trapped = (more: Partial<TrappedFor> = {}): TrappedFor => ({
  id: 30,
  state: 'waiting',
  copyId: null,
  reader: { id: 2, card: 'R2', name: 'Оспанов Марат' },
  pickupBranchId: 1,
  shelfUntil: '2026-11-28',
  changes: 2,
  ...more,
})
const waitsForR2 = { state: state({ place: 'hold-shelf', trappedFor: trapped() }) }

describe('what is impossible', () => {
  it('R11: says everything at once', () => {
    expect(
      lend({
        copy: copy({ withdrawn: true, onSiteOnly: true }),
        reader: reader({ cardExpiresOn: '2026-11-22' }),
        standing: standing([held({ dueOn: '2026-11-20' })]),
      }),
    ).toMatchObject({ refusals: ['copy-is-withdrawn', 'copy-is-on-site-only', 'card-has-expired', 'reader-has-overdue-loans'] })
  })

  it('R10: an impossible loan stays impossible whatever is confirmed', () => {
    const facts = { copy: copy({ withdrawn: true }), ...waitsForR2 }
    expect(lend(facts, { confirm: ['copy-is-withdrawn', 'copy-waits-for-another-reader'], actor: head })).toMatchObject({
      refusals: ['copy-is-withdrawn'],
    })
  })

  it('R13: a suspended or blocked reader hears of nothing else against them', () => {
    const overdue = [held({ dueOn: '2026-11-01' })]
    expect(lend({ standing: standing(overdue, { suspendedUntil: '2026-11-23' }) })).toMatchObject({ refusals: ['reader-is-suspended'] })
    expect(lend({ reader: reader({ blocked: true }), standing: standing(overdue) })).toMatchObject({ refusals: ['reader-is-blocked'] })
    expect(lend({ standing: standing([], { suspendedUntil: '2026-11-22' }) })).toMatchObject({ dueOn: '2026-12-08' })
  })

  it('R2: nothing is lent where the policy allows nothing', () => {
    expect(lend({ policy: policy({ limits: [{ branchId: null, material: null, max: 0 }] }) })).toMatchObject({
      refusals: ['not-lent-to-this-reader'],
    })
    expect(lend({ policy: policy({ maxOnSite: 0 }) }, { onSite: true })).toMatchObject({ refusals: ['not-lent-in-the-reading-room'] })
  })

  it('R11: nor to a reader who is too young for it', () => {
    expect(lend({ policy: policy({ leastAge: 18 }), reader: reader({ birthYear: 2009 }) })).toMatchObject({
      refusals: ['reader-is-too-young'],
    })
    expect(lend({ policy: policy({ leastAge: 18 }), reader: reader({ birthYear: 2008 }) })).toHaveProperty('dueOn')
  })
})

describe('what overdue books do', () => {
  const overdue = { standing: standing([held({ dueOn: '2026-11-20' })]) }

  it('R5b: they block, ask for a confirmation, or nothing, as the policy says', () => {
    expect(lend(overdue)).toMatchObject({ refusals: ['reader-has-overdue-loans'] })
    expect(lend({ ...overdue, policy: policy({ overdue: 'confirm' }) })).toMatchObject({
      refusals: ['needs-confirmation'],
      confirmations: ['reader-has-overdue-loans'],
      confirmBy: ['senior', 'head', 'director', 'administrator'],
    })
    expect(lend({ ...overdue, policy: policy({ overdue: 'allow' }) })).toHaveProperty('dueOn')
  })

  it('R5b: not before the day from which they block, and not within the grace', () => {
    expect(lend({ ...overdue, policy: policy({ overdueBlocksAfterDays: 3 }) })).toHaveProperty('dueOn')
    expect(lend({ ...overdue, policy: policy({ graceDays: 3 }) })).toHaveProperty('dueOn')
    expect(lend({ ...overdue, policy: policy({ graceDays: 2 }) })).toHaveProperty('refusals')
  })

  it('R5b: the block is gone the moment the book is back, and R61: a claimed return does not block', () => {
    expect(lend({ standing: standing([held()]) })).toHaveProperty('dueOn')
    expect(lend({ standing: standing([held({ dueOn: '2026-11-01', claimed: true })]) })).toHaveProperty('dueOn')
  })

  it('R5b: a lost book and a debt need a confirmation', () => {
    const facts = { standing: standing([held({ lost: true, dueOn: '2026-01-01' })], { debt: 30_000 }), policy: policy({ maxDebt: 20_000 }) }
    expect(lend(facts)).toMatchObject({ confirmations: ['reader-lost-a-book', 'reader-owes-money'] })
    expect(lend(facts, { confirm: ['reader-lost-a-book', 'reader-owes-money'], actor: head })).toHaveProperty('dueOn')
  })
})

describe('the limits', () => {
  const five = Array.from({ length: 5 }, (_, index) => held({ id: index + 1, recordId: index + 1 }))

  it('R12: one too many needs the confirmation of somebody who may', () => {
    expect(lend({ standing: standing(five) })).toMatchObject({ refusals: ['needs-confirmation'], confirmations: ['too-many-loans'] })
    expect(lend({ standing: standing(five) }, { confirm: ['too-many-loans'] })).toHaveProperty('refusals')
    expect(lend({ standing: standing(five) }, { confirm: ['too-many-loans'], actor: head })).toMatchObject({ loansNow: 6 })
  })

  it('R5: a material counts within the one it belongs to', () => {
    const limits = [
      { branchId: null, material: 'blu-ray', max: 2 },
      { branchId: null, material: 'video', max: 5 },
    ]
    const discs = (bluRays: number, others: number) => [
      ...Array.from({ length: bluRays }, (_, index) =>
        held({ id: index, recordId: index + 1, material: 'blu-ray', parentMaterial: 'video' }),
      ),
      ...Array.from({ length: others }, (_, index) =>
        held({ id: 9 + index, recordId: 90 + index, material: 'dvd', parentMaterial: 'video' }),
      ),
    ]
    const facts = (loans: ReturnType<typeof discs>) => ({ standing: standing(loans), policy: policy({ limits }) })
    expect(lend(facts(discs(1, 3)))).toHaveProperty('dueOn')
    expect(lend(facts(discs(2, 1)))).toMatchObject({ confirmations: ['too-many-loans'] })
    expect(lend(facts(discs(1, 4)))).toMatchObject({ confirmations: ['too-many-loans'] })
  })

  it('R6: a limit of the branch and the limit of the library hold together', () => {
    const limits = [
      { branchId: 1, material: null, max: 2 },
      { branchId: null, material: null, max: 3 },
    ]
    const books = (here: number, elsewhere: number) =>
      standing([
        ...Array.from({ length: here }, (_, index) => held({ id: index, recordId: index + 1 })),
        ...Array.from({ length: elsewhere }, (_, index) => held({ id: 9 + index, recordId: 90 + index, branchId: 2 })),
      ])
    expect(lend({ standing: books(1, 1), policy: policy({ limits }) })).toHaveProperty('dueOn')
    expect(lend({ standing: books(2, 0), policy: policy({ limits }) })).toMatchObject({ confirmations: ['too-many-loans'] })
    expect(lend({ standing: books(0, 3), policy: policy({ limits }) })).toMatchObject({ confirmations: ['too-many-loans'] })
  })

  it('counts books in the reading room apart, until the room closes', () => {
    expect(lend({ standing: standing(five), copy: copy({ onSiteOnly: true }) }, { onSite: true })).toMatchObject({
      onSite: true,
      dueOn: '2026-11-23',
    })
    const read = Array.from({ length: 10 }, (_, index) => held({ id: index, recordId: index + 1, onSite: true }))
    expect(lend({ standing: standing(read) })).toHaveProperty('dueOn')
    expect(lend({ standing: standing(read) }, { onSite: true })).toMatchObject({ confirmations: ['too-many-loans'] })
  })

  it('R12: the same title again is told, and asked about where the policy says so', () => {
    const twice = { standing: standing([held({ recordId: 100 })]) }
    expect(lend(twice)).toMatchObject({ dueOn: '2026-12-08', alerts: ['reader-has-the-title'] })
    expect(lend({ ...twice, policy: policy({ sameTitle: 'confirm' }) })).toMatchObject({ confirmations: ['reader-has-the-title'] })
  })
})

describe('a copy that is out', () => {
  it('R15: on loan to another reader it is first taken back, if that is confirmed', () => {
    const openLoan = loan({ readerId: 2, dueOn: '2026-11-20' })
    expect(lend({ openLoan })).toMatchObject({ refusals: ['copy-is-on-loan'], confirmations: ['copy-is-on-loan'] })
    const ending = {
      openLoan,
      reader: reader({ id: 2 }),
      standing: standing(),
      policy: policy({ suspensionDays: 1 }),
      calendar: checkOutFacts().calendar,
    }
    expect(lend({ openLoan, ending }, { confirm: ['copy-is-on-loan'] })).toMatchObject({
      ends: { loan: { id: 50 }, overdue: { days: 2, suspendedUntil: '2026-11-25' } },
    })
    expect(lend({ openLoan }, { confirm: ['copy-is-on-loan'] })).toMatchObject({ refusals: ['copy-just-changed'] })
  })

  it('R14: on loan to this reader it is offered for renewal, from the reading room for home', () => {
    expect(lend({ openLoan: loan(), standing: standing([held({ id: 50, recordId: 100 })]) })).toMatchObject({
      refusals: ['copy-is-on-loan'],
      confirmations: ['copy-is-on-loan-to-this-reader'],
      alerts: [],
    })
    expect(lend({ openLoan: loan({ onSite: true }) })).toMatchObject({ confirmations: ['copy-is-read-here-by-this-reader'] })
  })

  it('R16: under way, its transfer ends with the loan', () => {
    const transfer = {
      id: 3,
      copyId: 10,
      fromBranchId: 1,
      toBranchId: 2,
      reason: 'home' as const,
      holdId: null,
      requestedAt: '',
      sentAt: '2026-11-22',
    }
    expect(lend({ state: state({ place: 'in-transit', transfer }) })).toMatchObject({ alerts: ['transfer-is-closed-by-loan'] })
  })

  it('R62: lost, it is found', () => {
    const incident = { id: 1, kind: 'lost' as const, at: '', loanId: null }
    expect(lend({ state: state({ incident }) })).toMatchObject({ alerts: ['lost-copy-is-found'] })
    expect(lend({ state: state({ incident: { ...incident, kind: 'damaged' } }) })).toMatchObject({ confirmations: ['copy-is-damaged'] })
  })
})

describe('a title that others wait for', () => {
  it('R12: nobody is overtaken silently', () => {
    expect(lend({ holds: [hold()] })).toMatchObject({
      confirmations: ['title-is-on-hold'],
      confirmBy: ['senior', 'head', 'director', 'administrator'],
    })
    expect(lend({ holds: [hold()] }, { confirm: ['title-is-on-hold'] })).toHaveProperty('refusals')
    expect(lend({ holds: [hold()] }, { confirm: ['title-is-on-hold'], actor: head })).toHaveProperty('dueOn')
  })

  it('R17: the first in the queue gets it, and the hold is filled', () => {
    const own = hold({ id: 31, reader: { id: 1, card: 'R1', name: '' }, position: 1 })
    const ownHold = { id: 31, changes: 0, copyId: null }
    expect(lend({ holds: [own, hold({ position: 2 })], ownHold })).toMatchObject({
      claims: { fills: { id: 31 } },
      alerts: ['hold-is-filled'],
    })
    expect(lend({ holds: [hold({ position: 1 }), { ...own, position: 2 }], ownHold })).toMatchObject({
      confirmations: ['title-is-on-hold'],
    })
  })

  it('R17, R18: a copy set aside goes to its reader; to another only if confirmed, and the hold keeps its place', () => {
    const own = state({ place: 'hold-shelf', trappedFor: trapped({ reader: { id: 1, card: 'R1', name: '' } }) })
    expect(lend({ state: own, ownHold: { id: 30, changes: 2, copyId: null }, holds: [hold({ id: 40 })] })).toMatchObject({
      claims: { fills: { id: 30, changes: 2 }, releases: undefined },
    })
    expect(lend(waitsForR2)).toMatchObject({ confirmations: ['copy-waits-for-another-reader'] })
    expect(lend(waitsForR2, { confirm: ['copy-waits-for-another-reader'], actor: head })).toMatchObject({
      claims: { fills: undefined, releases: { id: 30, changes: 2 } },
      alerts: ['hold-goes-back-to-queue'],
    })
  })

  it('passes over a hold that sleeps', () => {
    expect(lend({ holds: [hold({ suspended: true })] })).toHaveProperty('dueOn')
  })

  it('R26: lends for a shorter time while many wait', () => {
    const holds = [1, 2, 3].map((position) => hold({ id: position, position }))
    const facts = { holds, policy: policy({ highDemandHolds: 3 }) }
    expect(lend(facts, { confirm: ['title-is-on-hold'], actor: head })).toMatchObject({
      dueOn: '2026-11-30',
      alerts: ['loan-is-short-for-demand'],
    })
  })
})
