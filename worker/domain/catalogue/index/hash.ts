const SEED = 0x811c9dc5
const FACTOR = 0x01000193

/** FNV-1a, 32 bits. */
export function hash32(text: string): number {
  let hash = SEED
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), FACTOR)
  return hash >>> 0
}

/** Tells the `hash32` of the first letter of a word, of the first two, and so on while it is to go on. */
export function eachBeginning(word: string, goesOn: (hash: number, length: number) => boolean): void {
  let hash = SEED
  for (let place = 0; place < word.length; place += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(place), FACTOR)
    if (!goesOn(hash >>> 0, place + 1)) return
  }
}

/** A word as it is spelt in two letters, a capital and a small one or a digit: marks can stand together without a blank. */
export function spellingMark(word: string): string {
  const sum = hash32(word)
  return String.fromCharCode(65 + (sum % 26)) + ((sum >>> 5) % 36).toString(36)
}

/** In base 36, short enough for a token. */
export function hash(text: string): string {
  return hash32(text).toString(36)
}
