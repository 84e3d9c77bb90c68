import type { Where } from './figure.ts'
import { isUnit, SPLITS, type Unit } from './units.ts'

/**
 * `loan[language=kaz]`, `registration[since=year]` (from the first of January on, whatever the period), `stock[kind=book]`,
 * `@population`: a unit, what stands on the shelves, or a fact of the year.
 */
export type Term = { name: string } & ({ unit: Unit; where: Where; sinceYear: boolean } | { stock: Where } | { fact: string })

type Node = { value: number } | { term: Term } | { sign: '+' | '-' | '*' | '/'; left: Node; right: Node }

export interface Formula {
  text: string
  terms: Term[]
  tree: Node
}

const SIGNS = ['+', '-', '*', '/'] as const
const TOKEN = /\s*(?:(@?[a-z]+(?:-[a-z0-9]+)*)(?:\[([^\]]*)\])?|(\d+(?:\.\d+)?)|([-+*/()]))/y

/** Reads a formula as the definitions have it; throws on one that means nothing, so a test reads them all. */
export function readFormula(text: string): Formula {
  const terms: Term[] = []
  const tokens: { node?: Node; sign?: string }[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const found = TOKEN.exec(text)
    if (!found) throw new Error(`no formula: ${text}`)
    const [, name, where, number, sign] = found
    if (name) {
      const term = termOf(name, where)
      terms.push(term)
      tokens.push({ node: { term } })
    } else if (number) tokens.push({ node: { value: Number(number) } })
    else tokens.push({ sign: sign ?? '' })
  }
  let at = 0
  const operand = (): Node => {
    const { node, sign } = tokens[at++] ?? {}
    if (node) return node
    if (sign !== '(') throw new Error(`no formula: ${text}`)
    const inner = sum()
    if (tokens[at++]?.sign !== ')') throw new Error(`no formula: ${text}`)
    return inner
  }
  const signAt = (signs: string) => SIGNS.find((sign) => signs.includes(sign) && sign === tokens[at]?.sign)
  const chain = (next: () => Node, signs: string): Node => {
    let left = next()
    for (let sign = signAt(signs); sign; sign = signAt(signs)) {
      at += 1
      left = { sign, left, right: next() }
    }
    return left
  }
  const product = () => chain(operand, '*/')
  const sum = () => chain(product, '+-')
  const tree = sum()
  if (at !== tokens.length) throw new Error(`no formula: ${text}`)
  return { text, terms, tree }
}

function termOf(name: string, where: string | undefined): Term {
  if (name.startsWith('@')) return { name, fact: name.slice(1) }
  const pairs = (where ?? '').split(',').filter(Boolean)
  const text = where ? `${name}[${where}]` : name
  let sinceYear = false
  const conditions: Where = {}
  for (const pair of pairs) {
    const [split = '', value = ''] = pair.split('=')
    if (pair.trim() === 'since=year') {
      sinceYear = true
      continue
    }
    const known = SPLITS.find((one) => one === split.trim())
    if (!known) throw new Error(`no split: ${split}`)
    conditions[known] = value.trim()
  }
  if (name === 'stock') return { name: text, stock: conditions }
  if (!isUnit(name)) throw new Error(`no unit: ${name}`)
  return { name: text, unit: name, where: conditions, sinceYear }
}

/** The value of a formula; null where something is not known or would be divided by nothing. */
export function reckonFormula({ tree }: Formula, valueOfTerm: (term: Term) => number | null): number | null {
  const reckon = (node: Node): number | null => {
    if ('value' in node) return node.value
    if ('term' in node) return valueOfTerm(node.term)
    const left = reckon(node.left)
    const right = reckon(node.right)
    if (left === null || right === null) return null
    if (node.sign === '+') return left + right
    if (node.sign === '-') return left - right
    if (node.sign === '*') return left * right
    return right === 0 ? null : left / right
  }
  return reckon(tree)
}
