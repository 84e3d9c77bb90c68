import type { Answer, BookRecord, Branch, HeadingPage, KnownBranches, KnownExhibition } from '../../web/src/api-shapes.ts'
import type { SearchAnswer } from '../domain/catalogue/search-answer.ts'
import type { AnnouncedDay } from '../domain/opening.ts'
import type { Language } from '../domain/written.ts'
import type { Trouble } from './trouble-page.ts'

/** What web/src/drawn.tsx lends to the Worker, which knows nothing of screens. */
export interface DrawnPage {
  html: string
  title: string
  /** What the page was drawn from, for its script. */
  known: object
}

export interface Spoken {
  language: Language
  /** Of the address, as it was asked. */
  query: string
}

export interface Home {
  newest: Answer<SearchAnswer>
  mostRead: Answer<SearchAnswer>
  exhibitions: KnownExhibition[]
  hours: { branch: number; days: AnnouncedDay[] }[]
}

export declare function drawBranches(known: KnownBranches, now: Date, spoken: Spoken): DrawnPage
/** The list of authors or subjects that was asked for, or the fields of knowledge. */
export declare function drawBrowse(answer: Answer<HeadingPage> | undefined, spoken: Spoken): DrawnPage
export declare function drawHome(known: { branches: Branch[]; home: Home }, now: Date, spoken: Spoken): DrawnPage
/** Instead of a page that cannot be shown. */
export declare function drawTrouble(trouble: Trouble, spoken: Spoken): DrawnPage
export declare function drawRecord(id: number, answer: Answer<BookRecord>, spoken: Spoken): DrawnPage
export declare function drawSearch(answer: Answer<SearchAnswer>, branches: Branch[], spoken: Spoken): DrawnPage
