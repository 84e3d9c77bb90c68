/** Nothing that is misread on paper or misheard by telephone: no `l`, `1`, `o`, `0`. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789'
const GROUPS = 4
const IN_A_GROUP = 4

/** 80 bits of chance, to be read out: `k7mw-3xpq-9tdf-hj2c`. */
export function suggestPassword(chance: Uint8Array = crypto.getRandomValues(new Uint8Array(GROUPS * IN_A_GROUP))): string {
  const letters = Array.from(chance, (byte) => LETTERS.charAt(byte % LETTERS.length))
  return Array.from({ length: GROUPS }, (_, group) => letters.slice(group * IN_A_GROUP, (group + 1) * IN_A_GROUP).join('')).join('-')
}
