import { isValidIsbn, normalizeIsbn } from '../catalogue/identifiers.ts'
import { keyOf } from '../catalogue/text/fold.ts'

const LONGEST = 80
/** Six digits in a row may be somebody's card, telephone or identity number. */
const PERSONAL = /@|\d(?:[\s()+-]*\d){5}/

/** A question as it may be kept: its words, never whose. Undefined when it could name a person; a book's number may stay. */
export function soughtAs(question: string): string | undefined {
  const text = question.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
  if (text === '' || text.length > LONGEST) return undefined
  const isbn = normalizeIsbn(text)
  if (isbn && isValidIsbn(isbn)) return isbn
  return PERSONAL.test(text) ? undefined : text
}

export interface Sought {
  question: string
  times: number
}

/** The same words in another order, script or spelling are one wish; it is shown as it was put most often. */
export function groupSought(questions: readonly Sought[]): (Sought & { spellings: string[] })[] {
  const groups = Map.groupBy(questions, ({ question }) =>
    question
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
      .map(keyOf)
      .sort()
      .join(' '),
  )
  return [...groups.values()]
    .map((own) => {
      const rising = own.toSorted((one, other) => other.times - one.times)
      const times = own.reduce((sum, one) => sum + one.times, 0)
      return { question: rising[0]?.question ?? '', times, spellings: rising.slice(1).map(({ question }) => question) }
    })
    .sort((one, other) => other.times - one.times || (one.question < other.question ? -1 : 1))
}
