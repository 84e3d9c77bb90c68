import { describe, expect, it } from 'vitest'
import { type RenewalFacts, type RenewedBy, renew } from '../../../worker/domain/circulation/renew.ts'
import { calendar, copy, head, held, hold, librarian, loan, policy, reader, rules, standing, state, TODAY } from './desk.ts'

const facts = (more: Partial<RenewalFacts> = {}): RenewalFacts => ({
  copy: copy(),
  state: state({ place: 'on-loan' }),
  openLoan: loan(),
  reader: reader(),
  standing: standing([held({ id: 50 })]),
  policy: policy(),
  calendar: calendar(),
  holds: [],
  rules,
  othersOnShelf: 0,
  ...more,
})
const desk: RenewedBy = { at: 'desk', actor: librarian, confirm: [] }
const night: RenewedBy = { at: 'night' }
const renewed = (more: Partial<RenewalFacts> = {}, by: RenewedBy = desk, today = TODAY) => renew(facts(more), today, by)
const automatic = { policy: policy({ autoRenew: true }) }

describe('renewing', () => {
  it('R32: counts anew from today, by the calendar of the branch that lent', () => {
    expect(renewed()).toMatchObject({ dueOn: '2026-12-08', renewals: 1, automatic: false })
    const closed = calendar({ exceptions: [{ from: '2026-12-07', to: '2026-12-12', hours: [] }] })
    expect(renewed({ calendar: closed })).toMatchObject({ dueOn: '2026-12-14' })
  })

  it('R30: says everything that stands against it, in the order the desk explains it', () => {
    expect(
      renewed({
        openLoan: loan({ renewals: 2, dueOn: '2026-11-20' }),
        reader: reader({ cardExpiresOn: '2026-11-22' }),
        standing: standing([held({ id: 50, dueOn: '2026-11-20' }), held({ id: 51, dueOn: '2026-11-21' })]),
        holds: [hold()],
      }),
    ).toMatchObject({
      refusals: ['no-renewals-left', 'card-has-expired', 'reader-has-overdue-loans', 'loan-is-overdue', 'title-is-on-hold'],
    })
    expect(renewed({ openLoan: undefined })).toMatchObject({ refusals: ['copy-is-not-on-loan'] })
    expect(renewed({ openLoan: loan({ onSite: true }) })).toMatchObject({ refusals: ['loan-is-on-site'] })
  })

  it('R30: somebody with the right may overrule all of it but the queue', () => {
    const again = { openLoan: loan({ renewals: 2 }) }
    expect(renewed(again)).toMatchObject({ refusals: ['no-renewals-left'], confirmBy: ['senior', 'head', 'director', 'administrator'] })
    const confirmed: RenewedBy = { at: 'desk', actor: head, confirm: ['no-renewals-left', 'title-is-on-hold'] }
    expect(renewed(again, { ...confirmed, actor: librarian })).toHaveProperty('refusals')
    expect(renewed(again, confirmed)).toMatchObject({ renewals: 3 })
    expect(renewed({ ...again, holds: [hold()] }, confirmed)).toMatchObject({ refusals: ['title-is-on-hold'] })
  })

  it('R31: refuses while another reader waits whom this copy could serve', () => {
    expect(renewed({ holds: [hold()] })).toMatchObject({ refusals: ['title-is-on-hold'] })
    expect(renewed({ holds: [hold({ copyId: 77 })] })).toHaveProperty('dueOn')
    expect(renewed({ holds: [hold({ suspended: true })] })).toHaveProperty('dueOn')
  })

  it('R31: allows it, where the policy says so, if other copies on the shelves can serve all who wait', () => {
    const two = [hold(), hold({ id: 31, position: 2 })]
    const lenient = policy({ renewIfOthersCanServe: true })
    expect(renewed({ holds: two, policy: lenient, othersOnShelf: 2 })).toHaveProperty('dueOn')
    expect(renewed({ holds: two, policy: lenient, othersOnShelf: 1 })).toHaveProperty('refusals')
    expect(renewed({ holds: two, othersOnShelf: 2 })).toHaveProperty('refusals')
    expect(renewed({ holds: [hold({ copyId: 10 })], policy: lenient, othersOnShelf: 9 })).toHaveProperty('refusals')
  })

  it('R32: refuses what would not move the due day later', () => {
    expect(renewed({ openLoan: loan({ dueOn: '2026-12-08' }) })).toMatchObject({ refusals: ['renewal-changes-nothing'] })
  })

  it('R33: refuses before its day, where the policy has one', () => {
    const late = policy({ renewableDaysBefore: 3 })
    expect(renewed({ policy: late })).toMatchObject({ refusals: ['too-soon-to-renew'] })
    expect(renewed({ policy: late }, desk, '2026-11-28')).toHaveProperty('dueOn')
  })

  it('R35: what ran up until now is settled before the day moves', () => {
    const overdue = { openLoan: loan({ dueOn: '2026-11-20' }), policy: policy({ fine: 1_000, overdueBlocksRenewalAfterDays: null }) }
    expect(renewed(overdue)).toMatchObject({ dueOn: '2026-12-08', overdue: { days: 2, fine: 2_000 } })
  })

  it('R36: a policy without renewals has none, one without a limit has no end', () => {
    expect(renewed({ policy: policy({ maxRenewals: 0 }) })).toMatchObject({ refusals: ['no-renewals-left'] })
    expect(renewed({ policy: policy({ maxRenewals: null }), openLoan: loan({ renewals: 40 }) })).toHaveProperty('dueOn')
  })
})

describe('renewing at night', () => {
  it('R34: renews on the due day where the policy says so', () => {
    expect(renewed(automatic, night, '2026-12-01')).toMatchObject({ automatic: true, dueOn: '2026-12-17' })
    expect(renewed(automatic, night, '2026-11-30')).toMatchObject({ refusals: ['too-soon-to-renew'] })
    expect(renewed({}, night, '2026-12-01')).toHaveProperty('refusals')
  })

  it('R34: not past its days, not beside a hold, not for a blocked reader, not with an expired card', () => {
    const short = { policy: policy({ autoRenew: true, autoRenewWithinDays: 14 }) }
    expect(renewed(short, night, '2026-12-01')).toMatchObject({ refusals: ['no-renewals-left'] })
    expect(renewed({ ...automatic, holds: [hold()] }, night, '2026-12-01')).toHaveProperty('refusals')
    expect(renewed({ ...automatic, reader: reader({ blocked: true }) }, night, '2026-12-01')).toHaveProperty('refusals')
    expect(renewed({ ...automatic, reader: reader({ cardExpiresOn: '2026-11-30' }) }, night, '2026-12-01')).toHaveProperty('refusals')
  })

  it('renews for the reader at home as for the desk, with nothing to confirm', () => {
    expect(renewed({}, { at: 'home' })).toMatchObject({ dueOn: '2026-12-08' })
    expect(renewed({ openLoan: loan({ renewals: 2 }) }, { at: 'home' })).toEqual({ refusals: ['no-renewals-left'] })
  })
})
