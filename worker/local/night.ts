import { openDatabase } from '../../db/client.ts'
import { night } from '../jobs/night.ts'
import { openLocalDatabase } from './database.ts'

const database = await openLocalDatabase()
const db = openDatabase({ url: database.url, authToken: process.env.LIBSQL_AUTH_TOKEN })
await night(db, new Date(), (job, outcome) => console.log(`${job}: ${JSON.stringify(outcome)}`))
await database.close()
