import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { DIALECTS, ENCODINGS, FORMATS } from '../formats/names.ts'
import { importRecords, type Summary } from '../jobs/import-records.ts'
import { openLocalDatabase } from './database.ts'
import { prepare } from './prepare.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    encoding: { type: 'string' },
    format: { type: 'string' },
    dialect: { type: 'string' },
    branch: { type: 'string', default: '1' },
    ocr: { type: 'boolean', default: false },
  },
})

const USAGE = `npm run import -- [--encoding ${ENCODINGS.join('|')}] [--format ${FORMATS.join('|')}] [--dialect ${DIALECTS.join('|')}] [--branch N] [--ocr] FILE...`

function oneOf<Name extends string>(names: readonly Name[], given: string | undefined, flag: string): Name | undefined {
  const name = names.find((known) => known === given)
  if (given !== undefined && !name) throw new Error(`--${flag} ${given} is not known. ${USAGE}`)
  return name
}

async function main(): Promise<void> {
  if (positionals.length === 0) throw new Error(USAGE)
  const encoding = oneOf(ENCODINGS, values.encoding, 'encoding')
  const format = oneOf(FORMATS, values.format, 'format')
  const dialect = oneOf(DIALECTS, values.dialect, 'dialect')
  const given = { ...(encoding ? { encoding } : {}), ...(format ? { format } : {}), ...(dialect ? { dialect } : {}) }
  const database = await openLocalDatabase()
  const summaries: (Summary & { seconds: number })[] = []
  try {
    await prepare(database, console.log, process.env.LIBSQL_URL === undefined)
    for (const file of positionals) {
      const started = performance.now()
      const summary = await importRecords(database.client, createReadStream(file), {
        ...given,
        ocr: values.ocr,
        fileName: basename(file),
        defaultBranchId: Number(values.branch),
        now: new Date(),
        onProgress: ({ read }) => process.stderr.write(`\r${basename(file)}: ${read}`),
      })
      process.stderr.write('\n')
      summaries.push({ ...summary, seconds: Math.round((performance.now() - started) / 100) / 10 })
    }
  } finally {
    await database.close()
  }
  console.table(summaries)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
