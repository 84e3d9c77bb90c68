import type { Reckoned } from '../../domain/statistics/answers.ts'
import { readFormula, type Term } from '../../domain/statistics/formula.ts'
import { SPLITS } from '../../domain/statistics/units.ts'
import { isYearFact } from '../../domain/statistics/year-facts.ts'
import { countText, decimalText, moneyText } from '../../domain/written.ts'
import { type Html, html } from '../html.ts'
import type { Room } from './page.ts'
import { termLink } from './rows-link.ts'
import { valueWord } from './value-words.ts'

export type Measure = 'count' | 'tiyn' | 'share' | 'ratio'

const MONEY = ['paid-income', 'budget', 'cost-of-stock', 'cost-of-staff', 'cost-of-upkeep']

/** Whether a unit or a fact of the year is money, in tiyn. */
export const isMoney = (name: string): boolean => MONEY.includes(name)

/** A reckoned value as it is written: a share is a part of one. */
export function measureText(value: number | null, measure: Measure, { language, words }: Room): string {
  if (value === null) return words.unknown
  if (measure === 'tiyn') return moneyText(value)
  if (measure === 'share') return `${decimalText(value * 100, language, 1)} %`
  return measure === 'ratio' ? decimalText(value, language) : Number.isInteger(value) ? countText(value) : decimalText(value, language, 1)
}

/** The formula in words, with the names of what it is reckoned from: `(Кітап берілімі + …) ÷ …`. */
export function formulaText(formula: string, room: Room): string {
  const terms = readFormula(formula).terms.map((term) => termText(term, room))
  let next = 0
  return formula
    .replace(/@?[a-z]+(?:-[a-z0-9]+)*(?:\[[^\]]*\])?/g, () => terms[next++] ?? '')
    .replaceAll(' / ', ' ÷ ')
    .replaceAll(' * ', ' × ')
    .replaceAll(' - ', ' − ')
}

function termText(term: Term, room: Room): string {
  const { words } = room
  if ('fact' in term) return isYearFact(term.fact) ? words.facts[term.fact] : (words.reckonedFacts[term.fact] ?? term.fact)
  const where = 'unit' in term ? term.where : term.stock
  const name = 'unit' in term ? words.units[term.unit] : words.stock
  const conditions = SPLITS.flatMap((split) => (where[split] === undefined ? [] : [valueWord(room, split, where[split])]))
  if ('unit' in term && term.sinceYear) conditions.push(words.sinceJanuary)
  return conditions.length > 0 ? `${name} (${conditions.join(', ')})` : name
}

/** Each number that went into it, opened to the rows behind. */
export function termList({ terms }: Reckoned, period: string, room: Room): Html {
  return html`<ul class="terms">${terms.map((term) => {
    const { value, unit, fact } = term
    const text =
      value === null
        ? room.words.unknown
        : isMoney(fact ?? unit ?? '')
          ? moneyText(value)
          : Number.isInteger(value)
            ? countText(value)
            : decimalText(value, room.language)
    const address = value === null ? undefined : termLink(room, term, period)
    return html`<li><span>${formulaText(term.term, room)}</span> ${address ? html`<a href="${address}">${text}</a>` : text}</li>`
  })}</ul>`
}
