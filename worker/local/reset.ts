import { rmSync } from 'node:fs'
import { requireFree } from './port.ts'
import { DATA, DATABASE_PORT } from './settings.ts'

try {
  await requireFree(DATABASE_PORT, 'LIBSQL_PORT')
  rmSync(DATA, { recursive: true, force: true })
  console.log('bulaq  the library is empty; npm start fills it again')
} catch {
  console.error('bulaq  the library is open: stop npm start first')
  process.exit(1)
}
