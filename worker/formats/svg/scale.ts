/** Round steps from nothing to at least `most`: 0, 50, 100, 150. */
export function ticksTo(most: number, about = 4): number[] {
  if (!(most > 0) || !Number.isFinite(most)) return [0, 1]
  const rough = most / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? power * 10
  const whole = most > about ? Math.max(1, step) : step
  const count = Math.ceil(most / whole - 1e-9)
  return Array.from({ length: count + 1 }, (_, index) => Number((index * whole).toPrecision(12)))
}
