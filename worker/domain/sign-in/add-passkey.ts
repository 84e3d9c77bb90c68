import { type Refusal, refuse } from '../refusal.ts'

/** So long a challenge waits for its answer. */
export const CHALLENGE_LASTS_MS = 5 * 60_000
/** Who left a machine without signing out leaves nobody the time to put a passkey of their own on the account. */
const FRESH_MS = 10 * 60_000
const MOST_PASSKEYS = 10

/** A passkey may be added soon after signing in, and not without end. */
export function forbidAnotherPasskey({ startedAt, owned }: { startedAt: string; owned: number }, now: Date): Refusal | undefined {
  if (now.getTime() - Date.parse(startedAt) > FRESH_MS) return refuse('sign-in-is-old')
  return owned >= MOST_PASSKEYS ? refuse('too-many-passkeys') : undefined
}

/** What a browser made, if it answers what this session was asked. */
export function addPasskey<Made>({ wasAsked, owned }: { wasAsked: boolean; owned: number }, made: Made | undefined): Made | Refusal {
  if (!wasAsked || !made) return refuse('passkey-not-added')
  return owned >= MOST_PASSKEYS ? refuse('too-many-passkeys') : made
}
