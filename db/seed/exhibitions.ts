import type { Client } from '@libsql/client/http'
import { addDays, type Day } from '../../worker/domain/calendar.ts'
import type { Exhibition } from '../../worker/domain/outreach/exhibition.ts'
import { CENTRAL_BRANCH } from './branches.ts'
import { bulkInsert } from './bulk-insert.ts'
import { instantAt } from './local-time.ts'

/** Invented, as everything in this library but its books. */
function inventExhibitions(today: Day): Exhibition[] {
  return [
    {
      titleKk: '«Дала мен дария»: табиғат туралы кітаптар',
      titleRu: '«Степь и вода»: книги о природе',
      titleEn: '“Steppe and water”: books about nature',
      branchId: CENTRAL_BRANCH,
      from: addDays(today, -9),
      to: addDays(today, 12),
    },
    {
      titleKk: 'Абайды бірге оқимыз',
      titleRu: 'Читаем Абая вместе',
      titleEn: 'Reading Abai together',
      branchId: null,
      from: addDays(today, -20),
      to: addDays(today, 25),
    },
    {
      titleKk: 'Ертегілер елінде',
      titleRu: 'В стране сказок',
      titleEn: 'In the land of fairy tales',
      branchId: 3,
      from: addDays(today, 6),
      to: addDays(today, 30),
    },
  ]
}

export async function writeExhibitions(client: Client, today: Day): Promise<void> {
  const columns = ['title_kk', 'title_ru', 'title_en', 'branch_id', 'from_on', 'to_on', 'made_at']
  const at = instantAt(today, 0)
  const rows = inventExhibitions(today).map((each) => [each.titleKk, each.titleRu, each.titleEn, each.branchId, each.from, each.to, at])
  await bulkInsert(client, 'exhibitions', columns, rows)
}
