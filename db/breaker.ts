/** Something far away that may be down: after `failures` in a row it is left alone for a while. */
export interface Breaker {
  /** While it is left alone, one attempt is let through every `restMs`, to see whether it is back. */
  lets(now: number): boolean
  worked(): void
  failed(now: number): void
}

export function openBreaker({ failures, restMs }: { failures: number; restMs: number }): Breaker {
  let inARow = 0
  let nextAttemptAt = 0
  return {
    lets(now) {
      if (inARow < failures) return true
      if (now < nextAttemptAt) return false
      nextAttemptAt = now + restMs
      return true
    },
    worked() {
      inARow = 0
    },
    failed(now) {
      inARow += 1
      nextAttemptAt = now + restMs
    },
  }
}
