const ISBN_PARTS = /[-‐‑–—−\s]/g

/** The ISBN in a piece of text as 13 digits; one with a wrong check digit stays as it is printed, undefined if none. */
export function normalizeIsbn(text: string): string | undefined {
  const found = /(?:97[89][-‐‑–—−\s]?)?(?:\d[-‐‑–—−\s]?){9}[\dXxХх]/.exec(text)
  if (found === null) return undefined
  const isbn = found[0].replace(ISBN_PARTS, '').replace(/[xХх]/g, 'X')
  if (isbn.length === 13) return /^\d{13}$/.test(isbn) ? isbn : undefined
  if (!isIsbn10(isbn)) return isbn
  const body = `978${isbn.slice(0, 9)}`
  return body + ean13CheckDigit(body)
}

/** The ISSN in a piece of text as `1234-567X`, undefined when its check digit is wrong. */
export function normalizeIssn(text: string): string | undefined {
  const found = /(\d{4})[-– ]?(\d{3}[\dXxХх])(?!\d)/.exec(text)
  if (found === null) return undefined
  const issn = `${found[1]}${found[2]}`.replace(/[xХх]/g, 'X')
  const sum = [...issn].reduce((total, digit, i) => total + digitValue(digit) * (8 - i), 0)
  return sum % 11 === 0 ? `${issn.slice(0, 4)}-${issn.slice(4)}` : undefined
}

/** Whether an ISBN as `normalizeIsbn` gives it has a right check digit. */
export function isValidIsbn(isbn: string): boolean {
  if (isbn.length === 10) return isIsbn10(isbn)
  return /^\d{13}$/.test(isbn) && isbn.endsWith(ean13CheckDigit(isbn.slice(0, 12)))
}

/** The 13 digits of the right ISBNs of which this is one mistyped: a digit changed, missed or added, or two exchanged. */
export function nearIsbns(text: string): string[] {
  const typed = text.replace(ISBN_PARTS, '').replace(/[xХх]/g, 'X')
  const without = Array.from(typed, (_, at) => typed.slice(0, at) + typed.slice(at + 1))
  const exchanged = Array.from(
    typed,
    (_, at) =>
      typed.slice(0, at) +
      typed
        .slice(at, at + 2)
        .split('')
        .reverse()
        .join('') +
      typed.slice(at + 2),
  )
  const others = (place: number, skipped: number) =>
    Array.from('0123456789X', (digit) => typed.slice(0, place) + digit + typed.slice(place + skipped))
  const places = Array.from({ length: typed.length + 1 }, (_, place) => place)
  const all = [typed, ...exchanged, ...places.flatMap((place) => [...others(place, 1), ...others(place, 0)]), ...without]
  return [...new Set(all.filter(isValidIsbn).flatMap((isbn) => normalizeIsbn(isbn) ?? []))]
}

function isIsbn10(isbn: string): boolean {
  if (!/^\d{9}[\dX]$/.test(isbn)) return false
  return [...isbn].reduce((total, digit, i) => total + digitValue(digit) * (10 - i), 0) % 11 === 0
}

function ean13CheckDigit(body: string): string {
  const sum = [...body].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}

function digitValue(digit: string): number {
  return digit === 'X' ? 10 : Number(digit)
}
