/** Entities left over by programs that escaped a record twice. */
const entities: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>' }

/** One line of clean text: non-sorting marks and control characters gone, spaces single, composed letters. */
export function clean(text: string): string {
  return text
    .replace(/&(amp|quot|apos|lt|gt);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[\p{Cc}\u200e\u200f\ufeff]/gu, (mark) => (mark < ' ' ? ' ' : ''))
    .replace(/^<<([^<>]*)>>/, '$1')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Without the punctuation ISBD puts before the next element; full stops of initials and abbreviations stay. */
export function trimIsbd(text: string): string {
  let out = clean(text)
  for (let before = ''; before !== out; ) {
    before = out
    out = out.replace(/\s*[/:;=,+]$/, '').trim()
    if (/(?:[\p{Ll}\d]{3}|[)\]»"!?])\.$/u.test(out) || /\s\.$/.test(out)) out = out.slice(0, -1).trim()
  }
  return out
}

/** Without the brackets of what the cataloguer supplied: `[Almaty]`, `[2001?]`. */
export function unbracket(text: string): string {
  const out = trimIsbd(text)
  if (/^\[[^[\]]*\]$/.test(out)) return trimIsbd(out.slice(1, -1))
  return balanced(out)
}

/** Without square brackets when their pair is in another element. */
export function balanced(text: string): string {
  return text.split('[').length === text.split(']').length ? text : text.replace(/[[\]]/g, '').trim()
}

/** A name without the full stop a field ends with; those of initials and short abbreviations stay. */
export function trimName(text: string): string {
  return trimIsbd(text).replace(/(?<=\p{L}{3})\.$/u, '')
}

/** Each text once, the empty ones gone. */
export function distinct(texts: Iterable<string | undefined>): string[] {
  const seen = new Set<string>()
  for (const text of texts) if (text !== undefined && text !== '') seen.add(text)
  return [...seen]
}

/** The first year a text names that a catalogue can hold. */
export function yearIn(text: string | undefined): number | undefined {
  const found = /(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)/.exec(text ?? '')
  return found === null ? undefined : Number(found[1])
}

/** `300.00`, `1 250,50 тг` in tiyn. */
export function priceIn(text: string | undefined): number | undefined {
  const found = /(\d{1,9}(?:[ \u00a0]\d{3})*)(?:[.,](\d{1,2}))?(?!\d)/.exec(text ?? '')
  if (found === null) return undefined
  const whole = Number((found[1] ?? '').replace(/\D/g, ''))
  return whole * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** `Surname, Given`, when the two come apart. */
export function invertedName(surname: string | undefined, given: string | undefined): string | undefined {
  const first = trimName(surname ?? '')
  const second = trimName(given ?? '')
  if (first === '') return second === '' ? undefined : second
  return second === '' ? first : `${first}, ${second}`
}

const twoLetters: Readonly<Record<string, string>> = {
  kk: 'kaz',
  ru: 'rus',
  en: 'eng',
  de: 'ger',
  fr: 'fre',
  ky: 'kir',
  uz: 'uzb',
  tr: 'tur',
}

/** Language codes in a text, also those written together (`engfre`). */
export function languagesIn(text: string): string[] {
  const low = text.trim().toLowerCase()
  const two = twoLetters[low]
  if (two !== undefined) return [two]
  const codes = /^(?:[a-z]{3})+$/.test(low) ? (low.match(/[a-z]{3}/g) ?? []) : []
  return codes.filter((code) => !['und', 'zxx', 'xxx', 'mis'].includes(code))
}

/** A copy of the object without the entries that are undefined, as exact optional types ask. */
export function present<T extends object>(entries: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined && value !== '')) as T
}
