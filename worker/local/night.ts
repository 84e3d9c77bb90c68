import { openDatabase } from '../../db/client.ts'
import { night } from '../jobs/night.ts'
import { mailerOf } from '../mail.ts'
import { openLocalDatabase } from './database.ts'

const { MAIL_API_URL, MAIL_API_TOKEN, MAIL_FROM } = process.env
const database = await openLocalDatabase()
const db = openDatabase(database.address)
await night(
  db,
  new Date(),
  (job, outcome) => console.log(`${job}: ${JSON.stringify(outcome)}`),
  mailerOf({ MAIL_API_URL, MAIL_API_TOKEN, MAIL_FROM }),
)
await database.close()
