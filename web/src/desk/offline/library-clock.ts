let last = 0

/** The moment of a scan, ISO 8601; never the same twice and never back, so that scans keep their order. */
export function scanMoment(): string {
  last = Math.max(Date.now(), last + 1)
  return new Date(last).toISOString()
}
