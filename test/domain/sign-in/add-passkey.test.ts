import { describe, expect, it } from 'vitest'
import { addPasskey, forbidAnotherPasskey } from '../../../worker/domain/sign-in/add-passkey.ts'

const now = new Date('2026-11-23T05:00:00Z')
const passkey = { id: 'a' }

describe('another passkey', () => {
  it('is for whoever signed in not longer than ten minutes ago', () => {
    expect(forbidAnotherPasskey({ startedAt: '2026-11-23T04:50:00Z', owned: 0 }, now)).toBeUndefined()
    expect(forbidAnotherPasskey({ startedAt: '2026-11-23T04:49:59Z', owned: 0 }, now)).toEqual({ refusals: ['sign-in-is-old'] })
  })

  it('is the tenth at most', () => {
    const startedAt = now.toISOString()
    expect(forbidAnotherPasskey({ startedAt, owned: 9 }, now)).toBeUndefined()
    expect(forbidAnotherPasskey({ startedAt, owned: 10 }, now)).toEqual({ refusals: ['too-many-passkeys'] })
    expect(addPasskey({ wasAsked: true, owned: 9 }, passkey)).toBe(passkey)
    expect(addPasskey({ wasAsked: true, owned: 10 }, passkey)).toEqual({ refusals: ['too-many-passkeys'] })
  })

  it('is not added when it was not asked for, or is none', () => {
    expect(addPasskey({ wasAsked: false, owned: 0 }, passkey)).toEqual({ refusals: ['passkey-not-added'] })
    expect(addPasskey({ wasAsked: true, owned: 0 }, undefined)).toEqual({ refusals: ['passkey-not-added'] })
  })
})
