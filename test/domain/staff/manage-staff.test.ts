import { describe, expect, it } from 'vitest'
import { addStaff } from '../../../worker/domain/staff/add-staff.ts'
import { changeStaff } from '../../../worker/domain/staff/change-staff.ts'
import { endSessions } from '../../../worker/domain/staff/end-sessions.ts'
import { givePassword } from '../../../worker/domain/staff/give-password.ts'
import { leaveStaff } from '../../../worker/domain/staff/leave-staff.ts'
import { ROLES, type Role } from '../../../worker/domain/staff/permissions.ts'
import { returnToStaff } from '../../../worker/domain/staff/return-to-staff.ts'
import { LOGIN, type StaffMember } from '../../../worker/domain/staff/staff-member.ts'

const GIVEN = 'кеме жүзген айдын көл'
const person = (id: number, role: Role, leftAt: string | null = null): StaffMember => ({
  id,
  login: `login-${id}`,
  name: `№ ${id}`,
  role,
  branchId: role === 'librarian' ? 1 : null,
  leftAt,
})
const director = person(1, 'director')
const facts = (member: StaffMember | undefined, administrators = 2) => ({ member, administrators, changes: 7, branchExists: true })
const refusals = (outcome: object) => ('refusals' in outcome ? outcome.refusals : outcome)

describe('whoever is added', () => {
  const somebody = { login: 'marat', name: 'Сейітов Марат', role: 'librarian', branchId: 1, password: GIVEN } as const
  const open = { isTaken: false, branchExists: true, changes: 7 }

  it('takes the next number of the changes', () => {
    expect(addStaff(open, somebody)).toEqual({ number: 8 })
  })

  it('has a login of their own, a branch that there is, and no password that is tried first', () => {
    expect(refusals(addStaff({ ...open, isTaken: true }, somebody))).toEqual(['login-is-taken'])
    expect(refusals(addStaff({ ...open, branchExists: false }, somebody))).toEqual(['branch-not-found'])
    for (const password of ['short', 'marat-marat-2026', 'password-2026-abc'])
      expect(refusals(addStaff(open, { ...somebody, password })), password).toEqual(['password-is-too-easy'])
  })

  it('has a login that any keyboard types', () => {
    for (const login of ['librarian1', 'a.b-c_d', 'x2']) expect(LOGIN.test(login), login).toBe(true)
    for (const login of ['', 'x', 'Марат', 'a b', '-a', 'A', 'a'.repeat(41), '<b>']) expect(LOGIN.test(login), login).toBe(false)
  })
})

describe('the last administrator', () => {
  const last = person(2, 'administrator')

  it('neither leaves nor takes another role, whoever asks for it, themselves too', () => {
    for (const by of [director, last]) {
      expect(refusals(leaveStaff(facts(last, 1), by))).toEqual(['last-administrator'])
      for (const role of ROLES.filter((each) => each !== 'administrator'))
        expect(refusals(changeStaff(facts(last, 1), { ...last, role }, by)), role).toEqual(['last-administrator'])
    }
  })

  it('may have another name, and leaves once there is another', () => {
    expect(changeStaff(facts(last, 1), { ...last, name: 'Басқа' }, last)).toEqual({ member: last, number: 8 })
    expect(leaveStaff(facts(last, 2), director)).toEqual({ member: last, number: 8 })
  })
})

describe('nobody', () => {
  it('sends themselves away, changes their own role or branch, or gives themselves a password', () => {
    expect(refusals(leaveStaff(facts(director), director))).toEqual(['not-for-yourself'])
    expect(refusals(changeStaff(facts(director), { ...director, role: 'administrator' }, director))).toEqual(['not-for-yourself'])
    expect(refusals(changeStaff(facts(director), { ...director, branchId: 1 }, director))).toEqual(['not-for-yourself'])
    expect(refusals(givePassword(facts(director), GIVEN, director))).toEqual(['not-for-yourself'])
    expect(refusals(endSessions(director, director))).toEqual(['not-for-yourself'])
  })
})

describe('one of the staff', () => {
  const librarian = person(3, 'librarian')
  const gone = person(4, 'librarian', '2026-01-01T00:00:00Z')

  it('is changed, leaves, and is given a password, while they work here', () => {
    const change = { member: librarian, number: 8 }
    expect(changeStaff(facts(librarian), { ...librarian, role: 'head', branchId: 2 }, director)).toEqual(change)
    expect(leaveStaff(facts(librarian), director)).toEqual(change)
    expect(givePassword(facts(librarian), GIVEN, director)).toEqual(change)
    expect(endSessions(librarian, director)).toEqual(librarian)
    for (const outcome of [
      changeStaff(facts(gone), gone, director),
      leaveStaff(facts(gone), director),
      givePassword(facts(gone), GIVEN, director),
    ])
      expect(refusals(outcome)).toEqual(['staff-has-left'])
    expect(refusals(changeStaff({ ...facts(librarian), branchExists: false }, librarian, director))).toEqual(['branch-not-found'])
  })

  it('comes back once they have left, with a password that is not easy', () => {
    expect(returnToStaff(facts(gone), GIVEN)).toEqual({ member: gone, number: 8 })
    expect(refusals(returnToStaff(facts(gone), 'short'))).toEqual(['password-is-too-easy'])
    expect(refusals(returnToStaff(facts(librarian), GIVEN))).toEqual(['staff-works-here'])
  })

  it('is somebody whom the library knows', () => {
    const nobody = facts(undefined)
    for (const outcome of [
      changeStaff(nobody, librarian, director),
      leaveStaff(nobody, director),
      returnToStaff(nobody, GIVEN),
      givePassword(nobody, GIVEN, director),
      endSessions(undefined, director),
    ])
      expect(refusals(outcome)).toEqual(['staff-not-found'])
  })
})
