import type { BranchWords } from './kk.ts'

export const en: BranchWords = {
  branches: 'Libraries',
  lead: 'A book may be borrowed at any branch and returned at any.',
  week: 'Opening hours',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  dayOff: 'Closed',
  map: 'Show on the map',
  phone: 'Telephone',
  address: 'Address',
  books: 'Books of this branch',
  differs: 'Changes in the days ahead',
  closed: 'closed',
  failed: 'The opening hours are not known now.',
}
