import { describe, expect, it } from 'vitest'
import { relyingPartyOf } from '../../../worker/domain/sign-in/relying-party.ts'

const ORIGINS = 'https://kitap.example.kz https://old.example.kz:8443'

describe('whom passkeys are for', () => {
  it('is the configured name at which the library was opened', () => {
    expect(relyingPartyOf('https://kitap.example.kz/api/session', ORIGINS)).toEqual({
      id: 'kitap.example.kz',
      origin: 'https://kitap.example.kz',
    })
    expect(relyingPartyOf('https://old.example.kz:8443/', ORIGINS)).toEqual({ id: 'old.example.kz', origin: 'https://old.example.kz:8443' })
  })

  it('is the configured origin although what stands before the Worker speaks http to it', () => {
    expect(relyingPartyOf('http://kitap.example.kz/', ORIGINS)?.origin).toBe('https://kitap.example.kz')
  })

  it('is localhost on any port without being configured', () => {
    expect(relyingPartyOf('http://localhost:8787/desk')).toEqual({ id: 'localhost', origin: 'http://localhost:8787' })
  })

  it.each([
    'http://127.0.0.1:8787/',
    'http://[::1]:8787/',
    'https://kitap.example.kz.evil.example/',
    'https://evil.example/',
    'https://kitap.example.kz:444/',
    'http://localhost.evil.example/',
  ])('is nobody at %s', (address) => {
    expect(relyingPartyOf(address, `${ORIGINS} http://127.0.0.1:8787`)).toBeUndefined()
  })

  it('is nobody where the configuration is not an address', () => {
    expect(relyingPartyOf('https://kitap.example.kz/', 'kitap.example.kz')).toBeUndefined()
  })
})
