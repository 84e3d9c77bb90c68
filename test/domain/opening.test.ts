import { describe, expect, it } from 'vitest'
import { openingAt } from '../../worker/domain/opening.ts'

const day = (date: string, ...hours: [string, string][]) => ({
  day: `2026-11-${date}`,
  hours: hours.map(([opens, closes]) => ({ opens, closes })),
})
const lunch = day('25', ['10:00', '13:00'], ['14:00', '19:00'])

describe('whether a branch is open', () => {
  it('is open from the minute it opens until the minute it closes', () => {
    expect(openingAt([lunch], '10:00')).toEqual({ state: 'open', until: '13:00' })
    expect(openingAt([lunch], '18:59')).toEqual({ state: 'open', until: '19:00' })
    expect(openingAt([lunch, day('26', ['09:00', '18:00'])], '19:00')).toEqual({ state: 'closed', opensOn: '2026-11-26', at: '09:00' })
  })

  it('opens again after lunch, and before that in the morning', () => {
    expect(openingAt([lunch], '13:30')).toEqual({ state: 'closed', opensOn: '2026-11-25', at: '14:00' })
    expect(openingAt([lunch], '07:00')).toEqual({ state: 'closed', opensOn: '2026-11-25', at: '10:00' })
  })

  it('passes over closed days, and says when none of those known is open', () => {
    expect(openingAt([day('25'), day('26'), day('27', ['10:00', '19:00'])], '12:00')).toMatchObject({ opensOn: '2026-11-27' })
    expect(openingAt([day('25'), day('26')], '12:00')).toEqual({ state: 'closed-for-long' })
    expect(openingAt([], '12:00')).toEqual({ state: 'closed-for-long' })
  })
})
