/** A query cut at its blanks, quotes and brackets. */
export type Piece =
  | { kind: 'text'; text: string; field: string | null; isNot: boolean }
  | { kind: 'phrase'; text: string; field: string | null; isNot: boolean }
  | { kind: 'open'; isNot: boolean }
  | { kind: 'close' }
  | { kind: 'or' }

const quotes = '"«»“”„'
const piece = new RegExp(
  `(?<not>-|NOT(?=\\s))?\\s*(?:(?<field>[\\p{L}]{2,20}):\\s*)?[${quotes}](?<phrase>[^${quotes}]*)[${quotes}]|(?<or>(?:OR|ИЛИ|НЕМЕСЕ)(?![\\p{L}\\p{N}])|\\|+)|(?<openNot>-)?(?<open>\\()|(?<close>\\))|(?<textNot>-|NOT\\s+)?(?:(?<textField>[\\p{L}]{2,20}):\\s*)?(?<text>[^\\s()|${quotes}]+)`,
  'gu',
)

/** Any text at all gives pieces: a bracket or a quote without its pair is no bracket and no quote. */
export function pieces(query: string): Piece[] {
  const found: Piece[] = []
  for (const { groups = {}, index } of query.matchAll(piece)) {
    const atStart = index === 0 || /[\s(|]/.test(query.charAt(index - 1)) || new RegExp(`[${quotes}]`).test(query.charAt(index - 1))
    if (groups.phrase !== undefined) {
      found.push({ kind: 'phrase', text: groups.phrase, field: groups.field ?? null, isNot: Boolean(groups.not) && atStart })
    } else if (groups.or) found.push({ kind: 'or' })
    else if (groups.open) found.push({ kind: 'open', isNot: Boolean(groups.openNot) && atStart })
    else if (groups.close) found.push({ kind: 'close' })
    else if (groups.text) {
      found.push({ kind: 'text', text: groups.text, field: groups.textField ?? null, isNot: Boolean(groups.textNot) && atStart })
    }
  }
  return found
}
