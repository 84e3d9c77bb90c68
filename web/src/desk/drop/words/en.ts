import type { DropWords } from './kk.ts'

export const en: DropWords = {
  heading: 'Book drop and reading room',
  help: 'Scan the books from the drop one after another: they count as returned on the day they were put in, and are no later than that.',
  what: 'These books',
  drop: 'come from the book drop',
  readHere: 'were read here and not lent',
  day: 'Day they were put in',
  scan: 'Barcode of the copy',
  enter: 'Enter',
}
