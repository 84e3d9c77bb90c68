import type { Reason } from '../../../worker/domain/catalogue/hit.ts'

const LETTERS = /([\p{L}\p{N}]+)/u
const lower = (text: string) => text.toLocaleLowerCase('kk')
const wordsOf = (text: string) => lower(text).match(/[\p{L}\p{N}]{2,}/gu) ?? []

/** The words for which the record was found, as the catalogue says; without its word, those that begin as a searched one does. */
export function Marked({ text, q, why }: { text: string; q: string; why: Reason[] }) {
  const found = new Set(why.flatMap((reason) => ('word' in reason ? wordsOf(reason.found ?? reason.word) : [])))
  const beginnings = found.size > 0 ? [] : wordsOf(q).map((word) => (word.length > 4 ? word.slice(0, -1) : word))
  if (found.size + beginnings.length === 0) return <>{text}</>
  const isSearched = (part: string) => found.has(part) || beginnings.some((beginning) => part.startsWith(beginning))
  return <>{text.split(LETTERS).map((part, at) => (isSearched(lower(part)) ? <mark key={at}>{part}</mark> : part))}</>
}
