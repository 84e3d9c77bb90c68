import type { CleaningRule } from '../../../worker/domain/cleaning-day.ts'

export const CLEANING_CHOICES = ['none', 'last-working-day', '1', '2', '3', '4', 'last'] as const
export type CleaningChoice = (typeof CLEANING_CHOICES)[number]

const WHICH = [1, 2, 3, 4, 'last'] as const
const FRIDAY = 5

export function choiceOf(rule: CleaningRule): { choice: CleaningChoice; weekday: number } {
  if (rule === null) return { choice: 'none', weekday: FRIDAY }
  if (rule === 'last-working-day') return { choice: rule, weekday: FRIDAY }
  return { choice: `${rule.which}`, weekday: rule.weekday }
}

export function ruleOf(choice: string, weekday: number): CleaningRule {
  if (choice === 'last-working-day') return choice
  const which = WHICH.find((each) => String(each) === choice)
  return which === undefined ? null : { which, weekday }
}
