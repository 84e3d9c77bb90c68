import type { ExhibitionWords } from './kk.ts'

export const en: ExhibitionWords = {
  lead: 'An exhibition is on the home page until its last day.',
  none: 'No exhibition is announced now',
  titleKk: 'Title in Kazakh',
  titleRu: 'Title in Russian',
  titleEn: 'Title in English',
  branch: 'Branch',
  everyBranch: 'Every branch',
  from: 'First day',
  to: 'Last day',
  announce: 'Announce',
  edit: 'Edit',
  save: 'Save',
  cancel: 'Cancel',
  remove: 'Remove',
}
