import type { InStatement } from '@libsql/client/http'
import { integer, QueryBuilder, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const branches = sqliteTable('branches', {
  id: integer().primaryKey(),
  code: text().notNull(),
  nameKk: text('name_kk').notNull(),
  nameRu: text('name_ru').notNull(),
  nameEn: text('name_en').notNull(),
  address: text().notNull(),
  phone: text().notNull(),
})

export const query = new QueryBuilder()

/** A built query as one statement of a batch. */
export function statementOf(built: { toSQL(): { sql: string; params: unknown[] } }): InStatement {
  const { sql, params } = built.toSQL()
  return { sql, args: params.map((value) => (typeof value === 'number' || value === null ? value : String(value))) }
}
