/** How many copies there are, and how many can be had now. */
interface CopyCount {
  total: number
  available: number
}

/** A line of a search's answer. */
export interface Hit {
  id: number
  title: string
  author: string | null
  year: number | null
  language: string
  shelfmark: string | null
  copies: CopyCount
}

export interface Availability extends CopyCount {
  id: number
}
