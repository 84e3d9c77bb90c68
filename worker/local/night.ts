import { openDatabase } from '../../db/client.ts'
import { closeDays } from '../jobs/close-days.ts'
import { followDemand } from '../jobs/follow-demand.ts'
import { openLocalDatabase } from './database.ts'

const database = await openLocalDatabase()
const db = openDatabase({ url: database.url, authToken: process.env.LIBSQL_AUTH_TOKEN })
const now = new Date()
const closed = await closeDays(db, now)
const moved = await followDemand(db, closed, now)
console.log(`closed ${closed.from} to ${closed.to}; ${moved} records moved in the index`)
await database.close()
