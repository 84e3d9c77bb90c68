/** The ISBN in a piece of text as 13 digits; one with a wrong check digit stays as it is printed, undefined if none. */
export function normalizeIsbn(text: string): string | undefined {
  const found = /(?:97[89][- ]?)?(?:\d[- ]?){9}[\dXxХх]/.exec(text)
  if (found === null) return undefined
  const isbn = found[0].replace(/[- ]/g, '').replace(/[xХх]/g, 'X')
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
