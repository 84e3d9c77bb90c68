import { isValidIsbn } from '../../../worker/domain/catalogue/identifiers.ts'
import type { RefusalSlug } from '../refusal-slug.ts'

export type Mode = 'lend' | 'return' | 'visit'

/** What the desk sends, in the order it was scanned. A scan knows its reader from the moment it is made, not when its turn comes. */
export type Scan =
  | { kind: 'reader'; key: string; code: string }
  | { kind: 'lend'; key: string; code: string; reader: string; branch: number; onSite?: boolean; confirm?: RefusalSlug[] }
  | { kind: 'return'; key: string; code: string; branch: number }
  | { kind: 'renew'; key: string; code: string; title: string; confirm?: RefusalSlug[] }
  | { kind: 'visit'; key: string; code: string; reader: string | undefined; branch: number }
  | { kind: 'question'; key: string; code: string; branch: number }
  | { kind: 'title'; key: string; code: string; mode: Mode; reader: string | undefined; branch: number }
  | { kind: 'undo'; key: string; code: string; branch: number; what: UndoWhat }

/** What may be sent again with everything that stood against it confirmed. */
export type Confirmable = Extract<Scan, { kind: 'lend' | 'renew' }>

/** A deed of this desk, as the library knows it. */
export type UndoWhat = { of: 'loan' | 'return'; copy: string; loan: number } | { of: 'visit' | 'question'; key: string }

const READER_CARD = /^2\d{13}$/
const COPY_BARCODE = /^3\d{13}$/
const ISBN = /^97[89]\d{10}$/

/** `undefined`: a copy was scanned for lending and nobody stands at the desk yet. */
export function readScan(typed: string, mode: Mode, reader: string | undefined, branch: number): Scan | undefined {
  const code = typed.replace(/\s/g, '')
  const key = crypto.randomUUID()
  if (ISBN.test(code) && isValidIsbn(code)) return { kind: 'title', key, code, mode, reader, branch }
  if (mode === 'visit') return { kind: 'visit', key, code, reader: code, branch }
  if (READER_CARD.test(code)) return { kind: 'reader', key, code }
  if (mode === 'return') return { kind: 'return', key, code, branch }
  if (reader) return { kind: 'lend', key, code, reader, branch }
  return COPY_BARCODE.test(code) ? undefined : { kind: 'reader', key, code }
}
