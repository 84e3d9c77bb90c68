import type { Lexeme } from './lexemes.ts'

const DEEPEST = 4

/** Without the parentheses that have no partner, hold nothing, or nest too deep. */
export function balanced(all: Lexeme[]): Lexeme[] {
  const kept = new Set<number>()
  const opened: number[] = []
  all.forEach(({ kind }, place) => {
    if (kind === 'open') opened.push(place)
    if (kind !== 'close') return
    const partner = opened.pop()
    if (partner !== undefined && opened.length < DEEPEST && partner + 1 < place) kept.add(partner).add(place)
  })
  return all.filter(({ kind }, place) => (kind !== 'open' && kind !== 'close') || kept.has(place))
}
