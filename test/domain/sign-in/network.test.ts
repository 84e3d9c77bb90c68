import { describe, expect, it } from 'vitest'
import { networkOf } from '../../../worker/domain/sign-in/network.ts'

describe('where an attempt comes from', () => {
  it('is one network for all addresses that a household of IPv6 may take', () => {
    expect(networkOf('2A02:2168:0a1b:1::5')).toBe('2a02:2168:a1b:1')
    expect(networkOf('2a02:2168:a1b:1:ffff:1:2:3')).toBe('2a02:2168:a1b:1')
    expect(networkOf('2a02::7')).toBe('2a02:0:0:0')
  })

  it('is the address itself for IPv4, also when it is written as IPv6', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
  })
})
