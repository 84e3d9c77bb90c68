import { describe, expect, it } from 'vitest'
import { type RemindableLoan, remind } from '../../../worker/domain/notices/remind.ts'

const loan: RemindableLoan = {
  id: 1,
  readerId: 1,
  branchId: 1,
  hasEmail: true,
  dueOn: '2026-11-16',
  returned: false,
  onSite: false,
  unasked: false,
  openNotice: null,
  madeToday: false,
}
const TODAY = '2026-11-23'
const sent = (change: Partial<RemindableLoan>) => remind({ ...loan, ...change }, false, TODAY)
const told = (change: Partial<RemindableLoan>) => remind({ ...loan, ...change }, true, TODAY)
const NOTHING = { refusals: ['nothing-to-tell'] }
const ALREADY = { refusals: ['reader-was-reminded'] }

describe('reminding a reader of an overdue loan', () => {
  it('goes by e-mail where there is an address, and says how many days late', () => {
    expect(sent({})).toMatchObject({ step: 7, channel: 'email', told: false })
    expect(sent({ hasEmail: false })).toMatchObject({ channel: 'print' })
  })

  it('that was done already is on paper, whatever address there is', () => {
    expect(told({})).toMatchObject({ channel: 'print', told: true })
  })

  it('is refused for what is not overdue, came back, is read here, or is lost', () => {
    for (const change of [{ dueOn: TODAY }, { returned: true }, { onSite: true }, { unasked: true }]) {
      expect(sent(change)).toEqual(NOTHING)
      expect(told(change)).toEqual(NOTHING)
    }
    expect(remind(undefined, true, TODAY)).toEqual(NOTHING)
  })

  it('is not sent twice in a day, nor while an earlier notice waits', () => {
    expect(sent({ madeToday: true })).toEqual(ALREADY)
    expect(sent({ openNotice: 5 })).toEqual(ALREADY)
    expect(told({ madeToday: true })).toEqual(ALREADY)
  })

  it('by the staff settles the notice that waits', () => {
    expect(told({ openNotice: 5 })).toMatchObject({ told: true })
    expect(told({ openNotice: 5, madeToday: true })).toMatchObject({ told: true })
  })
})
