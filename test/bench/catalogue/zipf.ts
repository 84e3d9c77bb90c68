import type { Random } from '../../../db/seed/random.ts'

/** Draws ranks from 0 by Zipf's law; `shift` (Mandelbrot's) keeps the first ranks from taking everything. */
export function zipf(size: number, exponent: number, shift = 0): (random: Random) => number {
  const sums = new Float64Array(size)
  let total = 0
  for (let rank = 0; rank < size; rank += 1) {
    total += (rank + 1 + shift) ** -exponent
    sums[rank] = total
  }
  return (random) => {
    const target = random.next() * total
    let low = 0
    let high = size - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? total) > target) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Draws places by their weights. */
export function weighted(weights: readonly number[]): (random: Random) => number {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return (random) => {
    let left = random.next() * total
    return weights.findIndex((weight) => {
      left -= weight
      return left < 0
    })
  }
}
