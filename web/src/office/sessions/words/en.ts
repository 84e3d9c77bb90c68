import type { SessionWords } from './kk.ts'

export const en: SessionWords = {
  lead: 'These are the devices you are signed in on. If you do not know one, end it and change your password.',
  where: 'Where you are signed in',
  thisOne: 'this device',
  unknownDevice: 'Unknown device',
  begun: 'Signed in',
  used: 'Last used',
  end: 'End',
  endOthers: 'End all others',
  noOthers: 'You are signed in nowhere else.',
  password: 'Change the password',
  passwordLead: 'After the change the sessions on other devices end.',
  present: 'Current password',
  next: 'New password, at least 12 characters',
  change: 'Change',
  changed: 'The password is changed.',
}
