import type { Question } from './client.ts'
import { rowsOf } from './client.ts'
import { branches, query, statementOf } from './schema.ts'

export function listBranches() {
  return {
    statements: [statementOf(query.select().from(branches).orderBy(branches.id))],
    read: (results) =>
      rowsOf(results).map((row) => ({
        id: Number(row.id),
        code: String(row.code),
        nameKk: String(row.name_kk),
        nameRu: String(row.name_ru),
        nameEn: String(row.name_en),
        address: String(row.address),
        phone: String(row.phone),
      })),
  } satisfies Question<unknown>
}
