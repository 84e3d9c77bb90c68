import type { PasskeyWords } from './kk.ts'

export const en: PasskeyWords = {
  heading: 'Passkeys',
  help: 'With a passkey you type nothing: your device knows you by fingerprint, face or screen lock.',
  none: 'No passkeys yet.',
  add: 'Add a passkey',
  remove: 'Remove',
  unknownDevice: 'Unknown device',
  madeAt: 'Added',
  usedAt: 'Last sign-in',
  neverUsed: 'Not used yet',
  told: {
    added: 'The passkey is added.',
    removed: 'The passkey is removed. Delete it on your device too.',
    cancelled: 'No passkey was added. Try once more.',
    known: 'This device has a passkey of yours already.',
  },
  oldBrowser: 'This browser does not support passkeys. Update it or use another device.',
  bareAddress: 'Passkeys do not work at a numeric address. Open the library by its name:',
}
