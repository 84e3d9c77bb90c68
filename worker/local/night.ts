import { openDatabase } from '../../db/client.ts'
import { closeDays } from '../jobs/close-days.ts'
import { followDemand } from '../jobs/follow-demand.ts'
import { holdsNight } from '../jobs/holds-night.ts'
import { loansNight } from '../jobs/loans-night.ts'
import { openLocalDatabase } from './database.ts'

const database = await openLocalDatabase()
const db = openDatabase({ url: database.url, authToken: process.env.LIBSQL_AUTH_TOKEN })
const now = new Date()
const closed = await closeDays(db, now)
const moved = await followDemand(db, closed, now)
const holds = await holdsNight(db, now)
const loans = await loansNight(db, now)
console.log(
  `closed ${closed.from} to ${closed.to}; ${moved} records moved in the index; holds ${JSON.stringify(holds)}; loans ${JSON.stringify(loans)}`,
)
await database.close()
