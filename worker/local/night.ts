import { openDatabase } from '../../db/client.ts'
import { closeDays } from '../jobs/close-days.ts'
import { openLocalDatabase } from './database.ts'

const database = await openLocalDatabase()
const { from, to } = await closeDays(openDatabase({ url: database.url, authToken: process.env.LIBSQL_AUTH_TOKEN }), new Date())
console.log(`closed ${from} to ${to}`)
await database.close()
