import { openLocalDatabase } from '../../worker/local/database.ts'
import { prepare } from '../../worker/local/prepare.ts'

// As `npm start` does before it opens the doors.
const database = await openLocalDatabase()
await prepare(database, () => undefined)
await database.close()
