/** Names of authors, or subjects. */
export type HeadingKind = 'author' | 'subject'

export interface ListedHeading {
  id: number
  label: string
  years: string | null
  /** Titles under it; `MOST_COUNTED` means so many or more. */
  titles: number
}

export const MOST_COUNTED = 31
