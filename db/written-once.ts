import { openRecent } from '../worker/cache/recent.ts'

const MOST_SHAPES = 300

/**
 * A text that is written once for each shape, and found again by it: to put a search into words anew takes longer than to send it. `write`
 * sees nothing but the shape, so that the text depends on nothing else.
 */
export function writtenOnce<Shape extends object>(write: (shape: Shape) => string): (shape: Shape) => string {
  const known = openRecent<string>(MOST_SHAPES)
  return (shape) => {
    const key = JSON.stringify(shape)
    const written = known.get(key) ?? write(shape)
    known.set(key, written)
    return written
  }
}
