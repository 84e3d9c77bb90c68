const cyrillic = 'абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіё'
const latin = 'abvgdejziyklmnoprstufhcCwWQxXEUqAGKNOVYHIJ'

const packed = new Map<string, string>()
const unpacked = new Map<string, string>()
for (const itself of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz^_') packed.set(itself, `_${itself}`)
for (const [place, letter] of [...cyrillic].entries()) {
  const one = latin.charAt(place)
  packed.set(letter, one).set(letter.toUpperCase(), `^${one}`)
  unpacked.set(one, letter).set(`^${one}`, letter.toUpperCase())
}

/**
 * A label in one byte a letter, of which it can be read again: `^` before a capital, `_` before what is Latin itself. Hundreds of
 * labels come with each search to be counted, of which a few are shown; as Cyrillic they took twice the room and three times as long.
 */
export function packLabel(label: string): string {
  let out = ''
  for (let place = 0; place < label.length; place += 1) {
    const letter = label.charAt(place)
    out += packed.get(letter) ?? letter
  }
  return out
}

export function unpackLabel(text: string): string {
  let out = ''
  for (let place = 0; place < text.length; place += 1) {
    const two = text.slice(place, place + 2)
    const capital = unpacked.get(two)
    if (capital !== undefined || two.startsWith('_')) {
      out += capital ?? two.slice(1)
      place += 1
    } else out += unpacked.get(two.charAt(0)) ?? two.charAt(0)
  }
  return out
}
