import { type Refusal, refuse } from '../refusal.ts'

export interface PinOwner {
  id: number
  card: string
}

export const PIN_DIGITS = { least: 6, most: 12 }

/** For a field in which a new PIN is typed. */
export const PIN_PATTERN = `[0-9]{${PIN_DIGITS.least},${PIN_DIGITS.most}}`

/** A PIN that nobody would try first: six digits or more, not one digit, not a run, not a part of the card (ASVS 6.2). */
export function choosePin<Owner extends PinOwner>(owner: Owner | undefined, pin: string): Owner | Refusal {
  if (!owner) return refuse('reader-not-found')
  const digits = Array.from(pin, Number)
  const steps = new Set(digits.slice(1).map((digit, index) => digit - (digits[index] ?? 0)))
  const [step] = steps
  const isRun = steps.size === 1 && step !== undefined && Math.abs(step) <= 1
  const isEasy = isRun || owner.card.includes(pin)
  return isEasy || pin.length < PIN_DIGITS.least ? refuse('pin-is-too-easy') : owner
}
