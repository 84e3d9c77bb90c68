import { parseArgs } from 'node:util'
import { serve } from './serve.ts'

const { values } = parseArgs({
  options: {
    file: { type: 'string' },
    directory: { type: 'string' },
    port: { type: 'string', default: '8080' },
    host: { type: 'string', default: '127.0.0.1' },
    engine: { type: 'string', default: 'node-sqlite' },
  },
})

try {
  const { file, directory, host, engine } = values
  if (engine !== 'node-sqlite' && engine !== 'libsql') throw new Error(`Unknown engine: ${engine}`)
  const place = { ...(file === undefined ? {} : { file }), ...(directory === undefined ? {} : { directory }) }
  const serving = await serve({ ...place, host, engine, port: Number(values.port) })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void serving.close())
  console.log(`libSQL listening on ${serving.url}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
