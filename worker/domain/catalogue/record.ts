import type { AccessPoint } from './headings/access-point.ts'

export type Kind = 'book' | 'serial' | 'article' | 'map' | 'music' | 'sound' | 'video' | 'electronic' | 'other'

export type ClassScheme = 'bbk' | 'udc' | 'ddc' | 'lcc' | 'other'

export interface Contributor {
  name: string
  role?: string
}

export interface Classification {
  scheme: ClassScheme
  value: string
}

/** A title the same work bears elsewhere, or what a scanned title probably says. */
export interface OtherTitle {
  title: string
  author?: string
  relation: 'original' | 'translation' | 'reading'
}

/** A title as the library describes it, whatever dialect it came in. */
export interface Description {
  kind: Kind
  title: string
  subtitle?: string
  part?: string
  responsibility?: string
  /** Main heading, surname first: `Әуезов, Мұхтар`. */
  author?: string
  contributors: Contributor[]
  /** ISO 639-2, `und` when the record does not say. */
  language: string
  languages: string[]
  originalLanguage?: string
  parallelTitles: string[]
  otherTitles?: OtherTitle[]
  edition?: string
  place?: string
  publisher?: string
  year?: number
  extent?: string
  series: string[]
  isbns: string[]
  issns: string[]
  subjects: string[]
  keywords: string[]
  classes: Classification[]
  authorMark?: string
  shelfmark?: string
  notes: string[]
  abstract?: string
}

/** A copy as the incoming record names it; the branch is decided by who imports. */
export interface CopyDescription {
  barcode?: string
  inventoryNumber?: string
  location?: string
  shelfmark?: string
  /** In tiyn. */
  price?: number
  onSiteOnly?: boolean
}

/** What a record says, in whatever dialect. */
export interface DescribedRecord {
  description: Description
  copies: CopyDescription[]
  /** Its names as the fields of the record tell them apart; without them the description does. */
  names?: AccessPoint[]
}

export interface IncomingRecord extends DescribedRecord {
  /** Who gave the record its control number; empty when the record does not say. */
  agency: string
  controlNumber: string | undefined
}
