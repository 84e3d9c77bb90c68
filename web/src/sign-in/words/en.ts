import type { SignInWords } from './kk.ts'

export const en: SignInWords = {
  next: 'New password, at least 12 characters',
  lockedHeading: 'This workplace is locked',
  locked: (name, waiting) => `At work: ${name}. ${waiting > 0 ? `Scans kept in the queue: ${waiting}. ` : ''}Enter your password to go on.`,
  unlock: 'Unlock',
  another: 'Somebody else signs in',
  anotherLead: 'The workplace then belongs to whoever signs in.',
  back: 'Back',
  lockedWithoutLine:
    'There is no line, so the password cannot be checked. You may go on without it: the password is asked when the line is back.',
  goOnWithoutLine: 'Go on without the line',
}
