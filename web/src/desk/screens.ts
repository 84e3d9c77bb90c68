import { type Deed, mayDo } from '../../../worker/domain/staff/permissions.ts'

/** What one must be allowed to do to need a screen. The desk itself is everybody's who takes books back. */
const SCREEN_DEEDS = {
  desk: 'take-back',
  readers: 'register-readers',
  group: 'lend',
  drop: 'take-back',
  holds: 'place-holds',
  lists: 'place-holds',
  transfers: 'move-copies',
  overdue: 'renew',
  marks: 'mark-copies',
  services: 'register-visit',
  notices: 'see-notices',
  copies: 'see-copies',
  import: 'import-records',
} as const satisfies Record<string, Deed>

export type Screen = keyof typeof SCREEN_DEEDS

const SCREENS = Object.keys(SCREEN_DEEDS) as Screen[]

/** The screens of a role, by the one table of rights. */
export const screensOf = (role: string): Screen[] => SCREENS.filter((screen) => mayDo(role, SCREEN_DEEDS[screen]))
