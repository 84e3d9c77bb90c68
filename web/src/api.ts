import type { Availability } from '../../worker/domain/catalogue/hit.ts'
import type { HeadingKind } from '../../worker/domain/catalogue/listed-heading.ts'
import type { SearchAnswer } from '../../worker/domain/catalogue/search-answer.ts'
import type {
  Answer,
  BookRecord,
  Branch,
  HeadingPage,
  KnownExhibition,
  LoanAnswer,
  OpeningHours,
  ReaderForm,
  Refused,
  RenewalAnswer,
  ReturnAnswer,
  SimilarRecord,
  Staff,
  Suggestion,
} from './api-shapes.ts'
import { type RefusalSlug, refusalSlug } from './refusal-slug.ts'

/** A line that carries nothing for so long is none. */
const LONGEST_WAIT_MS = 20_000
const PASSING_TROUBLE = new Set([429, 502, 503, 504])

/** Told to the page when an answer is one that was kept on the device (web/catalogue-worker.js); the detail says when it was right. */
export const OFFLINE_ANSWER = 'bulaq-offline-answer'

/** The one door to the network. Never throws: an expected "no" and a lost line are both values. */
export async function request(path: string, init: RequestInit = {}): Promise<Answer<Response>> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init })
  } catch {
    return { ok: false, refused: 'no-connection', refusals: ['no-connection'] }
  }
  const keptAt = response.headers.get('x-kept-at')
  if (keptAt) dispatchEvent(new CustomEvent(OFFLINE_ANSWER, { detail: keptAt }))
  if (response.ok) return { ok: true, value: response }
  const body: unknown = await response.json().catch(() => ({}))
  const answer = refusalOf(body)
  if (!PASSING_TROUBLE.has(response.status) || answer.retryAt) return answer
  // To be asked again, whatever the reason; the reason itself can be shown.
  return { ok: false, refused: 'no-connection', refusals: answer.refused === 'unexpected' ? ['no-connection'] : answer.refusals }
}

/** What a body that refuses says: of a whole request, or of one line of it. */
export function refusalOf(body: unknown): Refused {
  const fields = typeof body === 'object' && body !== null ? body : {}
  const refused = refusalSlug('refused' in fields ? fields.refused : undefined)
  // What somebody may confirm is told as itself: too many books, and not only that a confirmation is needed.
  const told =
    'confirmBy' in fields && 'confirmations' in fields ? fields.confirmations : 'refusals' in fields ? fields.refusals : undefined
  const all = Array.isArray(told) ? told.map(refusalSlug) : [refused]
  const retryAt = 'retryAt' in fields ? { retryAt: String(fields.retryAt) } : {}
  const answer: Refused = { ok: false, refused, refusals: all.length > 0 ? all : [refused], ...retryAt }
  const by = 'confirmBy' in fields ? fields.confirmBy : undefined
  return Array.isArray(by) && by.length > 0 ? { ...answer, confirmable: { slugs: all, by: by.map(String) } } : answer
}

async function json<T>(path: string, init?: RequestInit): Promise<Answer<T>> {
  const answer = await request(path, init)
  if (!answer.ok) return answer
  try {
    return { ok: true, value: (await answer.value.json()) as T }
  } catch {
    // The line broke in the middle of the answer: as good as not answered.
    return { ok: false, refused: 'no-connection', refusals: ['no-connection'] }
  }
}

function post<T>(path: string, body: object, key?: string): Promise<Answer<T>> {
  return change<T>('POST', path, body, key)
}

/** Asks the library to change something; the same key twice changes it once. */
export function change<T>(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: object, key?: string): Promise<Answer<T>> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' }
  if (key) headers['Idempotency-Key'] = key
  return json<T>(path, { method, headers, body: JSON.stringify(body), signal: AbortSignal.timeout(LONGEST_WAIT_MS) })
}

/** Asks for what is not to be kept by the browser. */
export const read = <T>(path: string) => json<T>(path, { cache: 'no-store', signal: AbortSignal.timeout(LONGEST_WAIT_MS) })

export const listBranches = () => json<{ branches: Branch[] }>('/api/branches')

export const searchCatalogue = (query: URLSearchParams, signal: AbortSignal) => json<SearchAnswer>(`/api/catalogue?${query}`, { signal })

export const suggest = (q: string, signal: AbortSignal) =>
  json<{ suggestions: Suggestion[] }>(`/api/suggestions?${new URLSearchParams({ q })}`, { signal })

export const findOpeningHours = () => json<OpeningHours>('/api/opening-hours')

export const listExhibitions = () => json<{ exhibitions: KnownExhibition[] }>('/api/exhibitions')

export function listHeadings(kind: HeadingKind, from: string, after: string) {
  const query = new URLSearchParams({ kind, ...(after ? { after } : { from }) })
  return json<HeadingPage>(`/api/headings?${query}`)
}

export function liveAvailability(ids: number[], branches: string[]) {
  const query = new URLSearchParams([...ids.map((id) => ['record', String(id)]), ...branches.map((id) => ['branch', id])])
  return json<{ availability: Availability[] }>(`/api/availability?${query}`, { cache: 'no-store' })
}

export function listSimilar(id: number, author: string | null, subjects: string[]) {
  const query = new URLSearchParams(subjects.slice(0, 10).map((subject) => ['subject', subject]))
  if (author) query.set('author', author)
  return json<{ similar: SimilarRecord[] }>(`/api/records/${id}/similar?${query}`)
}

export const findRecord = (id: string) => json<BookRecord>(`/api/records/${id}`, { cache: 'no-store' })

/** `next`: which password they choose, instead of one that another gave them. */
export const signIn = (login: string, password: string, next?: string) => post<{ staff: Staff }>('/api/session', { login, password, next })

export const whoIsHere = () => read<{ staff: Staff }>('/api/session')

export const signOut = () => request('/api/session', { method: 'DELETE' })

export const findReader = (card: string) => read<ReaderForm>(`/api/readers/${encodeURIComponent(card)}`)

/** When a desk did it that had no line, and who. */
export interface DoneLate {
  doneAt?: string | undefined
  doneBy?: number | undefined
}

interface Lending extends DoneLate {
  reader: string
  copy: string
  branch: number
  /** To be read here. */
  onSite?: boolean | undefined
  confirm?: RefusalSlug[] | undefined
}

export const lend = (lending: Lending, key: string) => post<LoanAnswer>('/api/loans', lending, key)

export const takeBack = (copy: string, branch: number, key: string, late?: DoneLate) =>
  post<ReturnAnswer>('/api/returns', { copy, branch, ...late }, key)

export const renew = (copy: string, key: string, confirm: RefusalSlug[] = []) =>
  post<RenewalAnswer>('/api/renewals', confirm.length > 0 ? { copy, confirm } : { copy }, key)

export const registerVisit = (branch: number, reader: string | undefined, key: string, late?: DoneLate) =>
  post<{ visits: number }>('/api/visits', { branch, reader, ...late }, key)

export const registerQuestion = (branch: number, key: string, late?: DoneLate) =>
  post<{ questions: number }>('/api/questions', { branch, ...late }, key)

export const undo = (what: object, key: string) => post<{ undone: { of: string; title?: string } }>('/api/undos', what, key)

export const sendFile = (file: File) => request(`/api/imports?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
