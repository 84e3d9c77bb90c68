const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const cyrillicKeys = 'йцукенгшщзхъфывапролджэячсмитьбюё'
const shiftedLatinKeys = 'QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>~'
// The Kazakh layout puts its nine letters on the digit row.
const digitKeys = '234589' + '0-='
const kazakhKeys = 'әіңғүұ' + 'қөһ'

const pairs = (from: string, to: string): [string, string][] => {
  const letters = [...to]
  return [...from].map((key, place) => [key, letters[place] ?? key])
}

const russian = new Map([...pairs(`${latinKeys}/`, `${cyrillicKeys}.`), ...pairs(shiftedLatinKeys, cyrillicKeys.toUpperCase())])
const kazakh = new Map([...russian, ...pairs(digitKeys, kazakhKeys)])

const latin = new Map(pairs(cyrillicKeys, latinKeys))
const kazakhDigits = new Map(pairs(digitKeys, kazakhKeys))
const digits = new Map(pairs(`${kazakhKeys}",.`, `${digitKeys}167`))

const yearOrIsbn = /^(?:1[4-9]|20)\d\d$|^\d(?:-?\d){9}(?:(?:-?\d){3})?$/
const wordsInCyrillic = /\S*[\u0400-\u04ff]\S*/g
/** The number of a volume or a part: т.2, кн. 3. */
const numbered = /^[\u0400-\u04ff]{1,4}\.\d+[.,;:)]*$/

/** Words with the signs that end them: a sign within one is a Cyrillic letter that was meant. */
const latinWords = /^[a-z\d'-]+[,.;:!?]*(?:\s+(?:[a-z\d'-]+[,.;:!?]*|&))*$/

/**
 * What the text says if it was typed on a Russian or a Kazakh layout left in English: `rjigtylbkth` is кошпендилер. And what Cyrillic
 * letters say on a layout left in Russian: Kazakh, whose own letters came out as digits and signs (`к-шпенд3лер`), digits, Latin.
 * Empty when the text has letters of both, or signs that are letters nowhere: C++ and F#.
 */
export function otherLayoutReadings(text: string): string[] {
  if (/[\u0600-\u06ff+#]/.test(text)) return []
  const hasLatin = /[a-z]/i.test(text)
  if (!/[\u0400-\u04ff]/.test(text)) return hasLatin ? [...new Set([retyped(text, russian), retyped(text, kazakh)])] : []
  if (hasLatin) return []
  const inKazakh = text.replace(wordsInCyrillic, (word) => (numbered.test(word) ? word : retyped(word, kazakhDigits)))
  const inDigits = retyped(text.toLowerCase(), digits)
  const inLatin = retyped(text.toLowerCase(), latin)
  return [
    ...(inKazakh === text ? [] : [inKazakh]),
    ...(yearOrIsbn.test(inDigits) ? [inDigits] : []),
    ...(latinWords.test(inLatin.trim()) ? [inLatin] : []),
  ]
}

function retyped(text: string, layout: ReadonlyMap<string, string>): string {
  let out = ''
  for (const key of text) out += layout.get(key) ?? key
  return out
}
