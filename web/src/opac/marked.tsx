const LETTERS = /([\p{L}\p{N}]+)/u

/** The words of the title that begin as a searched word does. */
export function Marked({ text, q }: { text: string; q: string }) {
  const searched = (q.toLocaleLowerCase('kk').match(/[\p{L}\p{N}]{2,}/gu) ?? []).map((word) => (word.length > 4 ? word.slice(0, -1) : word))
  if (searched.length === 0) return <>{text}</>
  const isSearched = (part: string) => searched.some((word) => part.toLocaleLowerCase('kk').startsWith(word))
  return <>{text.split(LETTERS).map((part, at) => (isSearched(part) ? <mark key={at}>{part}</mark> : part))}</>
}
