import type { HoldSettingWords } from './kk.ts'

export const en: HoldSettingWords = {
  lead: 'Rules that are the same for the whole library. Terms and numbers for each category of readers stand in the policy.',
  maxHoldsPerDay: 'Holds that one reader may place in a day',
  noLimit: 'Empty: no limit.',
  newCopyDays: 'Days that a new copy stays at its own branch',
  transferWarningDays: 'Days after which a transfer is late',
  claimsWarning: 'Claimed returns of a reader after which the librarian is warned',
  branchesWithoutPickup: 'Branches that give out no holds',
  branchesThatKeepCopies: 'Branches that send none of their copies away',
  save: 'Save',
  saved: 'Saved.',
  onlyRead: 'The director changes these rules.',
}
