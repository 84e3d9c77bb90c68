import type { SignInWords } from './kk.ts'

export const en: SignInWords = {
  next: 'New password, at least 12 characters',
  lockedHeading: 'This workplace is locked',
  locked: (name, waiting) =>
    `Working here: ${name}. ${waiting > 0 ? `Scans kept in the queue: ${waiting}. ` : ''}Enter your password to go on.`,
  unlock: 'Unlock',
  another: 'Somebody else signs in',
  anotherLead: 'The workplace then belongs to whoever signs in.',
  back: 'Back',
  lockedWithoutLine:
    'There is no connection, so the password cannot be checked. You may go on without it: the password is asked when the connection is back.',
  goOnWithoutLine: 'Go on without a connection',
}
