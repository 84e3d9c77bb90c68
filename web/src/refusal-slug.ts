import { type RefusalSlug as LibraryRefusal, REFUSAL_STATUS } from '../../worker/domain/refusal.ts'

/** What the API answers in `refused`, and `no-connection`, which only the browser can know. */
export type RefusalSlug = LibraryRefusal | 'no-connection'

const isLibraryRefusal = (value: unknown): value is LibraryRefusal => typeof value === 'string' && Object.hasOwn(REFUSAL_STATUS, value)

export const refusalSlug = (value: unknown): RefusalSlug => (isLibraryRefusal(value) ? value : 'unexpected')
