import type { Client } from '@libsql/client/http'

export interface Migration {
  name: string
  sql: string
}

/** Applies the migrations not yet applied, in order, each all or nothing; answers their names. */
export async function migrate(client: Client, migrations: Migration[]): Promise<string[]> {
  await client.execute('CREATE TABLE IF NOT EXISTS _migrations (name TEXT PRIMARY KEY, applied_at TEXT NOT NULL)')
  const applied = new Set((await client.execute('SELECT name FROM _migrations')).rows.map((row) => String(row.name)))
  const pending = migrations.filter(({ name }) => !applied.has(name))
  for (const { name, sql } of pending) {
    const line = `INSERT INTO _migrations VALUES ('${name.replaceAll("'", "''")}', datetime('now'))`
    await client.executeMultiple(`BEGIN IMMEDIATE;\n${sql}\n${line};\nCOMMIT;`)
  }
  return pending.map(({ name }) => name)
}
