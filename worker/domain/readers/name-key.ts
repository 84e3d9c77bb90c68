/** Letters that people of one surname write either way; the column `readers.name_key` folds the same ones. */
const FOLDED: Record<string, string> = { ә: 'а', ғ: 'г', қ: 'к', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и', ё: 'е' }

/** A name as readers are looked up by it: small letters, Kazakh ones as a Russian keyboard has them, single spaces. */
export function nameKey(name: string): string {
  return tidyName(name)
    .toLowerCase()
    .replace(/[әғқңөұүһіё]/g, (letter) => FOLDED[letter] ?? letter)
}

export const tidyName = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Surname and the first letter of the given name: what a misspelt namesake still begins with. */
export function nameStart(name: string): string {
  const [surname = '', given = ''] = nameKey(name).split(' ')
  return given ? `${surname} ${given.charAt(0)}` : surname
}
