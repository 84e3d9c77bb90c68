import { isValidIsbn, normalizeIsbn } from '../identifiers.ts'

const APART = '[-‐‑–—−\\s]'
const LABEL = `isbn(?:${APART}?1[03](?!\\d))?[\\s:№-]*`
const NUMBER = `\\d(?:${APART}?\\d){8,12}(?:${APART}?[xXХх])?`
const ISBN = new RegExp(`(?<![\\p{L}\\d])(?<label>${LABEL})?(?<number>${NUMBER})(?![\\p{L}\\d])`, 'giu')

/** Every ISBN of a text in one piece, `isbn:` before it when it is called one: with blanks or dashes it would be many numbers. */
export function isbnsInOnePiece(text: string): string {
  if (!/\d{2}/.test(text)) return text
  return text.replace(ISBN, (found: string, ...rest) => {
    const { label, number } = rest.at(-1)
    const digits = number.replace(/[^\dxXХх]/g, '')
    if (label) return `isbn:${digits}`
    return isIsbn(number, digits) ? digits : found
  })
}

/** Years and telephone numbers are digits with signs between them too. */
function isIsbn(number: string, digits: string): boolean {
  if (/^97[89]\d{10}$/.test(digits)) return true
  if (digits.length === 10 && number.replace(/[^-‐‑–—−]/g, '').length === 3) return true
  const isbn = normalizeIsbn(digits)
  return isbn?.length === 13 && isValidIsbn(isbn)
}
