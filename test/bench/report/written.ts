import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'

const PERFORMANCE = new URL('../../../docs/performance.md', import.meta.url)

/** Where was measured, with what, when; the load tells whether other programs took part. */
export function machine(...with_: string[]): string {
  const cores = `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'unknown'}`
  const day = new Date().toISOString().slice(0, 10)
  return `${[cores, `Node ${process.versions.node}`, ...with_, day, `load ${loadavg()[0]?.toFixed(1)}`].join(', ')}.`
}

/** Puts what `npm run bench:NAME -- --write` measured in its place in docs/performance.md, up to the line that ends it. */
export function writeMeasured(name: string, end: string, lines: readonly string[]): void {
  const begin = `<!-- Written by \`npm run bench:${name} -- --write\`. -->`
  const text = readFileSync(PERFORMANCE, 'utf8')
  const [before = '', rest] = text.split(begin)
  if (rest === undefined) throw new Error(`docs/performance.md has no place for ${begin}`)
  const after = rest.split(end)[1] ?? ''
  writeFileSync(PERFORMANCE, `${before}${begin}\n\n${lines.join('\n')}\n\n${end}${after}`)
}
