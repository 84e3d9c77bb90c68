import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { openLocalDatabase } from './database.ts'

const database = await openLocalDatabase()
const applied = await migrate(database.client, readMigrations())
console.log(applied.length > 0 ? `applied ${applied.join(', ')}` : 'nothing to apply')
await database.close()
