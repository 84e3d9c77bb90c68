/** With the way there and back still less than a minute: nothing changed is shown for longer. */
const BELIEVED_MS = 50_000

/** What this isolate knows of the catalogue's generation. Every trip to the database brings it along. */
export interface KnownGeneration {
  /** The generation as read lately. */
  current(now: number): number | undefined
  /** Whether this isolate changed the catalogue after it had seen this generation. */
  isPast(generation: number): boolean
  /** `began`: how often this isolate had changed the catalogue when the database was asked. */
  saw(generation: number, began: number, now: number): void
  move(): void
  /** How often this isolate changed the catalogue. */
  readonly moves: number
}

export function openKnownGeneration(): KnownGeneration {
  let seen: { generation: number; at: number } | undefined
  let past: number | undefined
  let moves = 0
  return {
    get moves() {
      return moves
    },
    current: (now) => (seen && now - seen.at <= BELIEVED_MS ? seen.generation : undefined),
    isPast: (generation) => past !== undefined && generation <= past,
    saw(generation, began, now) {
      if (began !== moves || (seen && seen.at > now)) return
      seen = { generation, at: now }
      past = undefined
    },
    move() {
      moves += 1
      past = seen?.generation ?? past
      seen = undefined
    },
  }
}
