import type { InStatement } from '@libsql/client/http'
import { brokenUniqueness, type Question } from '../../db/client.ts'
import { forgetGuess, guessesAt, recordGuess } from '../../db/sign-in/guesses.ts'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { networkOf } from '../domain/sign-in/network.ts'
import { ACCOUNT, ADDRESS, type Guesses, waitBeforeGuess } from '../domain/sign-in/throttle.ts'
import type { Call } from '../ports.ts'
import { sha256 } from '../sha256.ts'

/** Those who guess at once at one account look again so often. */
const ATTEMPTS = 8

/** Under what its guesses are counted: names are not kept, for somebody may type a password where the name belongs. */
export const accountSubject = (account: string) => sha256(`account ${account}`)

/** Under what the guesses from the caller's network are counted. */
export const addressSubject = (c: Call) => sha256(`address ${networkOf(c.req.header('cf-connecting-ip') ?? '')}`)

interface Right<Facts> {
  facts: Facts
  /** Goes into the batch that signs in. */
  forget: InStatement[]
}

/**
 * One guess at a password or a PIN, of an account that need not exist: refused unlooked-at while it has to wait, and written
 * down before it is tried, so that guesses made at once do not count as one.
 */
export async function guess<Facts>(
  c: Call,
  account: string,
  question: Question<Facts>,
  isRight: (facts: Facts) => Promise<boolean>,
): Promise<Right<Facts> | Refusal> {
  const { db, now } = c.var
  const ofAccount = await accountSubject(account)
  const ofAddress = await addressSubject(c)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const known = await db.ask({ facts: question, account: guessesAt(ofAccount, now), address: guessesAt(ofAddress, now) })
    const wait = mustWait(c, known)
    if (wait) return wait
    const address = { subject: ofAddress, ordinal: known.address.count + 1 }
    try {
      await db.record(recordGuess([{ subject: ofAccount, ordinal: known.account.count + 1 }, address], now))
    } catch (error) {
      if (brokenUniqueness(error) === undefined) throw error
      continue
    }
    return (await isRight(known.facts)) ? { facts: known.facts, forget: forgetGuess(ofAccount, address) } : refuse('sign-in-failed')
  }
  return tooMany(c, 1)
}

/** Why the next guess is not looked at yet, if so. */
export function mustWait(c: Call, { account, address }: { account: Guesses; address: Guesses }): Refusal | undefined {
  const waitS = Math.max(waitBeforeGuess(account, ACCOUNT, c.var.now), waitBeforeGuess(address, ADDRESS, c.var.now))
  return waitS > 0 ? tooMany(c, waitS) : undefined
}

function tooMany(c: Call, waitS: number): Refusal {
  c.header('Retry-After', String(waitS))
  return { ...refuse('too-many-attempts'), retryAt: new Date(c.var.now.getTime() + waitS * 1000).toISOString() }
}
