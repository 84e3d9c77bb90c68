import type { ListedHeading } from '../../worker/domain/catalogue/listed-heading.ts'
import type { Description, Kind } from '../../worker/domain/catalogue/record.ts'
import type { LoanAlert } from '../../worker/domain/circulation/loan-alert.ts'
import type { ReturnAlert } from '../../worker/domain/circulation/return-alerts.ts'
import type { Slip } from '../../worker/domain/circulation/slip.ts'
import type { Hours } from '../../worker/domain/library-calendar.ts'
import type { NamedHoliday } from '../../worker/domain/national-holidays.ts'
import type { AnnouncedDay } from '../../worker/domain/opening.ts'
import type { Exhibition } from '../../worker/domain/outreach/exhibition.ts'
import type { RefusalSlug } from './refusal-slug.ts'

export interface Branch {
  id: number
  code: string
  nameKk: string
  nameRu: string
  nameEn: string
  address?: string | null
  phone?: string | null
}

/** Days that differ from the week. */
export interface SpecialDays {
  from: string
  to: string
  hours: Hours[]
  reason: string
}

export interface BranchHours {
  branch: number
  /** Monday first. */
  week: readonly Hours[][]
  days: AnnouncedDay[]
  special: SpecialDays[]
}

export interface OpeningHours {
  holidays: NamedHoliday[]
  branches: BranchHours[]
}

/** What a page of the branches is drawn from. */
export interface KnownBranches {
  branches: Answer<{ branches: Branch[] }>
  opening: Answer<OpeningHours>
}

/** Of authors or subjects; `next` is where the following page begins. */
export interface HeadingPage {
  headings: ListedHeading[]
  next: string | null
}

export type KnownExhibition = Exhibition & { id: number }

/** What a reader may have begun to type; `id` is the record of a title. */
export interface Suggestion {
  kind: 'title' | 'author' | 'subject'
  text: string
  id?: number
}

export interface Copy {
  barcode: string
  inventoryNumber: string | null
  location: string | null
  shelfmark: string | null
  onSiteOnly: boolean
  status: 'available' | 'on-loan' | 'on-site-only' | 'in-transit' | 'set-aside' | 'not-available'
  dueOn: string | null
}

export interface BranchCopies {
  branch: Pick<Branch, 'id' | 'code' | 'nameKk' | 'nameRu' | 'nameEn'>
  total: number
  available: number
  copies: Copy[]
}

export interface BookRecord {
  id: number
  title: string
  author: string | null
  year: number | null
  language: string
  shelfmark: string | null
  kind: Kind
  description: Description
  otherEditions: { id: number; title: string; language: string; year: number | null }[]
  branches: BranchCopies[]
}

/** A record of the same author or subjects as another. */
export interface SimilarRecord {
  id: number
  title: string
  author: string | null
  year: number | null
  language: string
  shelfmark: string | null
}

export interface Staff {
  id: number
  login: string
  name: string
  role: string
  branchId: number | null
}

interface ReaderLoan {
  id: number
  barcode: string
  title: string
  dueOn: string
  lentAt: string
  overdue: boolean
}

export interface ReaderForm {
  reader: {
    card: string
    name: string
    category: string
    branchId: number | null
    cardExpiresOn: string
    blockedReason: string | null
    registeredFor?: number | null
  }
  loans: ReaderLoan[]
  /** As the desk last knew it: what is out is not told. */
  isOffline?: true
}

export interface LoanAnswer {
  loan: {
    id: number
    dueOn: string
    onSite: boolean
    alerts: LoanAlert[]
    copy: { barcode: string; title: string; author: string | null }
    reader: { card: string; name: string; loans: number }
  }
}

export interface ReturnAnswer {
  return: {
    /** Null when the copy was not on loan. */
    loanId: number | null
    copy: { barcode: string; title: string; author: string | null; homeBranchId: number | null }
    reader: { card: string; name: string } | null
    overdueDays: number
    routeTo: number | null
    /** The reader who gets the copy, here or where it is sent. */
    hold: { state: 'waiting' | 'in-transit'; reader: { card: string; name: string }; shelfUntil: string | null } | null
    alerts: ReturnAlert[]
    slip: Slip | null
  }
}

export interface RenewalAnswer {
  loan: { id: number; dueOn: string; renewals: number }
}

export interface ImportCount {
  read: number
  added: number
  updated: number
  unchanged: number
  quarantined: number
}

export interface ImportLine {
  progress?: ImportCount
  summary?: ImportCount & { file: string }
  refused?: string
}

export interface Refused {
  ok: false
  refused: RefusalSlug
  /** How many of what it would concern. */
  counts?: Record<string, number>
  refusals: RefusalSlug[]
  /** The same request with these confirmed may be granted, to one of these roles (R10). */
  confirmable?: { slugs: RefusalSlug[]; by: string[] }
  /** An instant: not before. */
  retryAt?: string
}

export type Answer<T> = { ok: true; value: T } | Refused
