import type { Day } from '../../domain/calendar.ts'
import type { Actor } from '../../domain/staff/permissions.ts'
import type { Table } from '../../domain/statistics/table.ts'
import type { Language } from '../../domain/written.ts'
import type { Html } from '../html.ts'
import type { StatisticsWords } from './words/kk.ts'

export interface Branch {
  id: number
  nameKk: string
  nameRu: string
  nameEn: string
}

/** What every page of the statistics knows of its reader. */
export interface Room {
  words: StatisticsWords
  language: Language
  /** The address that was asked, for links to itself. */
  url: URL
  actor: Actor | undefined
  branches: readonly Branch[]
  today: Day
}

/** Puts a question to the library's own API, as whoever asked for the page; a refusal is thrown as `Refused`. */
export type Ask = <Answer>(path: string, query?: Query) => Promise<Answer>

export type Query = Record<string, string | number | null | undefined>

export class Refused extends Error {
  readonly slug: string
  constructor(slug: string) {
    super(slug)
    this.slug = slug
  }
}

export interface Page {
  title: string
  body: Html
  /** Every table on the page can be taken away by its name. */
  tables: readonly Table[]
  /** Tables too long to be shown, made when somebody takes them away. */
  files?: Readonly<Record<string, () => Promise<Table>>>
  keep?: string
}

export type PageMaker = (ask: Ask, room: Room) => Promise<Page>

/** A path with the language that is spoken: an address always gives the same page. */
export function link({ language }: Pick<Room, 'language'>, path: string, query: Query = {}): string {
  const search = searchOf({ ...query, lang: language === 'kk' ? undefined : language })
  return search ? `${path}?${search}` : path
}

/** This page's address with some of its query changed. */
export function here({ url }: Pick<Room, 'url'>, change: Query): string {
  const search = searchOf({ ...Object.fromEntries(url.searchParams), ...change })
  return search ? `${url.pathname}?${search}` : url.pathname
}

export function searchOf(query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, String(value)]]))
  return new URLSearchParams(pairs).toString()
}

export function branchName({ language, words }: Pick<Room, 'language' | 'words'>, branch: Branch | undefined): string {
  return branch ? { kk: branch.nameKk, ru: branch.nameRu, en: branch.nameEn }[language] : words.wholeSystem
}

/** The branch whose figures are asked: the reader's own, if the reader has one; null is the whole library. */
export function askedBranch({ url, actor, branches }: Room): number | null {
  const asked = Number(url.searchParams.get('branch'))
  if (branches.some(({ id }) => id === asked)) return asked
  return actor?.branchId ?? null
}
