import { describe, expect, it } from 'vitest'
import { allowance, dayOfWrites } from '../../worker/cache/allowance.ts'
import { openSightings } from '../../worker/cache/sightings.ts'
import { openWaitingAnswers } from '../../worker/cache/waiting-answers.ts'

const NOW = 1_000_000

describe('the day’s allowance of writes', () => {
  it('grows from 400 at midnight UTC to 980, a little less than KV takes, and never above', () => {
    const hours = Array.from({ length: 24 }, (_, hour) => allowance(new Date(Date.UTC(2026, 10, 23, hour, 59))))
    expect(hours).toEqual([...hours].sort((a, b) => a - b))
    expect([allowance(new Date('2026-11-23T00:00:00Z')), Math.max(...hours)]).toEqual([400, 980])
  })

  it('is counted by days in UTC, as Cloudflare counts', () => {
    expect(dayOfWrites(new Date('2026-11-23T23:59:59Z'))).toBe('2026-11-23')
    expect(dayOfWrites(new Date('2026-11-24T00:00:00Z'))).toBe('2026-11-24')
  })
})

describe('answers waiting for KV', () => {
  it('are taken by how often they were asked for, and once', () => {
    const waiting = openWaitingAnswers()
    waiting.add('rare', 2)
    waiting.add('common', 90)
    waiting.add('usual', 10)
    expect(waiting.take(2)).toEqual(['common', 'usual'])
    expect(waiting.take(2)).toEqual(['rare'])
  })

  it('are not many: the rarest go', () => {
    const waiting = openWaitingAnswers()
    for (let times = 1; times <= 150; times += 1) waiting.add(`asked ${times} times`, times)
    expect(waiting.take(1_000)).toHaveLength(100)
    expect(waiting.take(1)).toEqual([])
  })

  it('ask for nothing while the day’s writes are spent', () => {
    const waiting = openWaitingAnswers()
    waiting.add('common', 90)
    expect(waiting.quantity(NOW)).toBe(1)
    waiting.rest(NOW)
    expect([waiting.quantity(NOW + 599_999), waiting.quantity(NOW + 600_000)]).toEqual([0, 1])
  })
})

describe('sightings', () => {
  it('wait until there are many or they are old', () => {
    const sightings = openSightings()
    sightings.note('abai', NOW)
    sightings.note('abai', NOW)
    expect(sightings.take(NOW + 20_000)).toEqual([])
    expect(sightings.take(NOW + 20_001)).toMatchObject([{ key: 'abai', times: 2 }])
    for (let number = 0; number < 20; number += 1) sightings.note(`question ${number}`, NOW)
    expect(sightings.take(NOW)).toHaveLength(20)
  })

  it('are not lost when the database was away', () => {
    const sightings = openSightings()
    sightings.note('abai', NOW)
    const taken = sightings.take(NOW + 30_000)
    sightings.note('abai', NOW + 30_000)
    sightings.giveBack(taken, NOW + 30_000)
    expect(sightings.take(NOW + 60_000)).toMatchObject([{ key: 'abai', times: 2 }])
  })
})
