import type { RefusalSlug as LibraryRefusal } from '../../worker/domain/refusal.ts'

/** What the API answers in `refused`, and `no-connection`, which only the browser can know. */
export type RefusalSlug = LibraryRefusal | 'no-connection'

let words: object = {}

/** The dictionary has a word for every refusal: no second list of them goes over the line. */
export function knowRefusals(spoken: Record<RefusalSlug, string>): void {
  words = spoken
}

const isKnown = (value: unknown): value is RefusalSlug => typeof value === 'string' && Object.hasOwn(words, value)

export const refusalSlug = (value: unknown): RefusalSlug => (isKnown(value) ? value : 'unexpected')
