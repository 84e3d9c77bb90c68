import { type Deed, mayDo } from '../../../worker/domain/staff/permissions.ts'

/** What one must be allowed to do to need a screen; null: all staff. The rules are for all to read. */
const SCREEN_DEEDS = {
  policy: null,
  calendar: null,
  holds: 'take-back',
  exhibitions: null,
  staff: 'manage-staff',
  audit: 'see-audit',
  rights: null,
  sessions: null,
} as const satisfies Record<string, Deed | null>

export type OfficeScreen = keyof typeof SCREEN_DEEDS

const SCREENS = Object.keys(SCREEN_DEEDS) as OfficeScreen[]

/** The screens of a role, by the one table of rights. */
export const officeScreensOf = (role: string): OfficeScreen[] =>
  SCREENS.filter((screen) => {
    const deed: Deed | null = SCREEN_DEEDS[screen]
    return deed === null || mayDo(role, deed)
  })

/** The screen that an address names: `/office#sessions`. */
export const screenOf = (hash: string): OfficeScreen => SCREENS.find((screen) => `#${screen}` === hash) ?? 'policy'
