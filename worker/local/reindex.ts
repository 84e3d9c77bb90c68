import { nameRecords } from '../jobs/name-records.ts'
import { openLocalDatabase } from './database.ts'
import { rebuildInThreads } from './index-threads.ts'

const database = await openLocalDatabase()
const started = performance.now()
await nameRecords(database.client)
const records = await rebuildInThreads(database, new Date(), (done) => process.stderr.write(`\r${done}`))
console.log(`\n${records} records indexed in ${((performance.now() - started) / 1000).toFixed(1)} s`)
await database.close()
