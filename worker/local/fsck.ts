import { openDatabase } from '../../db/client.ts'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { checkIntegrity } from '../jobs/check-integrity.ts'
import { openLocalDatabase } from './database.ts'

const database = await openLocalDatabase()
await migrate(database.client, readMigrations())
const db = openDatabase(database.address)
const findings = await checkIntegrity(db, new Date())
for (const { law, row, detail } of findings) console.log(`${law}: ${row}: ${detail}`)
console.log(findings.length === 0 ? 'every law is kept' : `${findings.length} rows break a law`)
await database.close()
process.exitCode = findings.length === 0 ? 0 : 1
