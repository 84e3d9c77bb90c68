import { describe, expect, it } from 'vitest'
import { suggestPassword } from '../../web/src/office/staff/suggest-password.ts'
import { choosePassword } from '../../worker/domain/staff/choose-password.ts'

describe('a suggested password', () => {
  it('is read out in groups, without letters that are misread', () => {
    expect(suggestPassword(Uint8Array.from({ length: 16 }, (_, n) => n * 17))).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/)
  })

  it('is by chance, and one that the library takes', () => {
    const suggested = Array.from({ length: 500 }, () => suggestPassword())
    expect(new Set(suggested).size).toBe(500)
    expect(suggested.filter((password) => choosePassword('librarian1', password))).toEqual([])
  })
})
