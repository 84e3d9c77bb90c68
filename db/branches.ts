import { type Question, rowsOf } from './client.ts'

export function listBranches() {
  return {
    statements: ['SELECT * FROM branches ORDER BY id'],
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
