import type { Description, IncomingRecord } from './record.ts'
import { analyse } from './text/analyse.ts'

/**
 * The names under which a record is known: by its agency's number and, where that number is already taken by another
 * book, by number and content. A record without a number is known by its content alone.
 */
export function identityOf({ agency, controlNumber }: IncomingRecord, hash: string): [string, string] {
  if (!controlNumber) return [`content:${hash}`, `content:${hash}`]
  const plain = `${agency}:${controlNumber}`
  return [plain, `${plain}#${hash.slice(0, 12)}`]
}

const keyOf = (text: string | undefined) =>
  analyse(text ?? '')
    .map(({ key }) => key)
    .join(' ')

/** Two files often number different books alike: the same number means the same book only if something else agrees. */
export function looksLikeTheSameBook(known: Description, arriving: Description): boolean {
  if (keyOf(known.title) === keyOf(arriving.title)) return true
  if (known.isbns.some((isbn) => arriving.isbns.includes(isbn))) return true
  return known.author !== undefined && keyOf(known.author) === keyOf(arriving.author) && known.year === arriving.year
}
