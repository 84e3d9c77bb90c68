import { describe, expect, it } from 'vitest'
import { deviceOf } from '../../../worker/domain/sign-in/device.ts'
import { ACCOUNT, ADDRESS, waitBeforeGuess } from '../../../worker/domain/sign-in/throttle.ts'

const START = Date.parse('2026-01-01T00:00:00Z')

/** How many guesses somebody gets who makes each as soon as it is let through. */
function guessesWithin(days: number, limit: typeof ACCOUNT): number {
  let at = START
  for (let count = 0; ; count += 1) {
    const lastAt = new Date(at).toISOString()
    at += waitBeforeGuess({ count, lastAt }, limit, new Date(at)) * 1000
    if (at > START + days * 86_400_000) return count
  }
}

describe('guessing at a password or a PIN', () => {
  it('is free five times, then waits a minute, two, four, and at last an hour', () => {
    const waits = [0, 4, 5, 6, 7, 8, 20].map((count) =>
      waitBeforeGuess({ count, lastAt: new Date(START).toISOString() }, ACCOUNT, new Date(START)),
    )
    expect(waits).toEqual([0, 0, 60, 120, 240, 480, 3600])
  })

  it('of four digits takes more than a year, however patient the guesser', () => {
    expect(guessesWithin(365, ACCOUNT)).toBeLessThan(10_000)
    expect(guessesWithin(1, ACCOUNT)).toBeLessThan(40)
  })

  it('from one address is slow too, whatever accounts are tried', () => {
    expect(guessesWithin(1, ADDRESS)).toBeLessThan(100)
  })

  it('is let through when the wait is over, to the second', () => {
    const guesses = { count: 5, lastAt: new Date(START).toISOString() }
    expect(waitBeforeGuess(guesses, ACCOUNT, new Date(START + 59_000))).toBe(1)
    expect(waitBeforeGuess(guesses, ACCOUNT, new Date(START + 60_000))).toBe(0)
  })
})

describe('the device of a session', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36', 'Chrome, Windows'],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 Edg/156.0', 'Edge, Windows'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Safari/604.1',
      'Safari, iOS',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0 Safari/537.36',
      'Samsung Internet, Android',
    ],
    ['<script>alert(1)</script>', ''],
  ])('%s is told as %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device)
  })
})
