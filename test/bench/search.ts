// First: what is loaded after it takes its classes from there.
import './measure/machine.ts'

import { readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benchSize } from './bench-size.ts'
import { type Mark, marksOf, type SizeResult } from './report/marks.ts'
import { buildTable, classTable, marksTable, thereLine } from './report/table.ts'
import { SECTIONS } from './sections.ts'

const { values } = parseArgs({
  options: {
    titles: { type: 'string', multiple: true, default: ['20000', '200000'] },
    seed: { type: 'string', default: '2026' },
    questions: { type: 'string', default: '100' },
    only: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    kept: { type: 'boolean', default: false },
    'without-plain': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})

const PERFORMANCE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url))
const MEASURED = '<!-- What follows is written by `npm run bench:search -- --write`. -->'

function say(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`)
}

/** The load tells whether other programs took part. */
const machine = () =>
  `${cpus().length} cores of ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}, libsql 0.5.29, seed ${values.seed}, ${new Date().toISOString().slice(0, 10)}, load ${loadavg()[0]?.toFixed(1)}.`

async function main(): Promise<void> {
  const seed = Number(values.seed)
  const lines = [machine()]
  const show = (...more: string[]) => {
    lines.push('', ...more)
    console.log(`\n${more.join('\n')}`)
  }
  console.log(lines[0])
  const results: SizeResult[] = []
  for (const titles of values.titles.map(Number)) {
    const reuse = values.fresh ? 'fresh' : values.kept ? 'kept' : 'unchanged'
    const result = await benchSize({
      titles,
      seed,
      questions: Number(values.questions),
      reuse,
      plain: !values['without-plain'],
      only: values.only,
      say,
    })
    results.push(result)
    show(`### ${titles.toLocaleString('en-US')} titles`, '', classTable(result.classes), '', thereLine(result.there))
  }
  const marks: Mark[] = marksOf(results)
  for (const section of SECTIONS) {
    const { lines: told, marks: own } = await section.run(seed)
    marks.push(...own)
    show(`### ${section.title}`, '', ...told)
  }
  show('### Building', '', buildTable(results))
  show('### Marks', '', marksTable(marks))
  if (values.write)
    writeFileSync(PERFORMANCE, `${readFileSync(PERFORMANCE, 'utf8').split(MEASURED)[0]}${MEASURED}\n\n${lines.join('\n')}\n`)
  process.exitCode = marks.every(({ passed }) => passed) ? 0 : 1
}

await main()
