import { describe, expect, it } from 'vitest'
import { type Actor, DEEDS, forbid, PERMISSIONS, RIGHTS, ROLES, type Role } from '../../../worker/domain/staff/permissions.ts'

const at = (role: Role, branchId: number | null): Actor => ({ id: 1, login: '', name: '', role, branchId })

describe('who may do what, and where', () => {
  it.each(DEEDS)('%s is refused to whoever is not signed in', (deed) => {
    expect(forbid(undefined, deed)).toEqual({ refusals: ['sign-in-required'] })
  })

  it.each(ROLES.flatMap((role) => DEEDS.map((deed) => [role, deed, RIGHTS[deed][role]] as const)))(
    'a %s does %s: %s',
    (role, deed, reach) => {
      const here = forbid(at(role, 2), deed, 2)?.refusals[0]
      const elsewhere = forbid(at(role, 2), deed, 3)?.refusals[0]
      const ofNoBranch = forbid(at(role, null), deed, 3)?.refusals[0]
      const expected = {
        no: ['not-permitted', 'not-permitted', 'not-permitted'],
        own: [undefined, 'wrong-branch', undefined],
        all: [undefined, undefined, undefined],
      }
      expect([here, elsewhere, ofNoBranch]).toEqual(expected[reach])
      expect(PERMISSIONS[role].includes(deed)).toBe(reach !== 'no')
    },
  )

  it('gives each step of the desk all that the step below may do', () => {
    for (const [below, above] of [
      ['trainee', 'librarian'],
      ['librarian', 'senior'],
      ['senior', 'head'],
      ['head', 'director'],
    ] as const) {
      expect(PERMISSIONS[below].filter((deed) => !PERMISSIONS[above].includes(deed))).toEqual([])
    }
  })
})
