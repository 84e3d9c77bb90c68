import { nameRecords } from '../jobs/name-records.ts'
import { rebuildIndex } from '../jobs/rebuild-index.ts'
import { openLocalDatabase } from './database.ts'

const database = await openLocalDatabase()
const started = performance.now()
await nameRecords(database.client)
const records = await rebuildIndex(database.client, new Date(), (done) => process.stderr.write(`\r${done}`))
console.log(`\n${records} records indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`)
await database.close()
