import type { Client, InStatement } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import { historyDays } from './local-time.ts'
import { seededRandom } from './random.ts'

const INVENTED = 'Көрсетілім үшін ойдан алынған · придумано для показа · invented for the demonstration'
const FIRST_YEAR = 1995
/** The essay of the library's director in a newspaper of about 2004: years as it gives them. */
const ESSAY =
  'Кітапхана директорының газеттегі мақаласы · статья директора библиотеки в газете · newspaper essay by the director of the library, ≈ 2004'
const CHANGES = [
  ['1934', 'opened', 1, 'Алғашқы кітапхана ашылды', 'Открыта первая библиотека', 'The first library opened'],
  [
    '1939',
    'opened',
    1,
    'Орталық кітапхана 450 кітаппен ашылды',
    'Открыта Центральная библиотека, 450 книг',
    'The Central Library opened with 450 books',
  ],
  ['1977', 'joined', 22, '22 кітапхана бір жүйеге бірікті', '22 библиотеки объединены в систему', '22 libraries became one system'],
  ['1996', 'closed', 5, '5 кітапхана жабылды', 'Закрыты 5 библиотек', 'Five libraries closed'],
] as const

/** What no deed tells: the network as its history has it; inhabitants, staff, money and the years before the system, invented for the demonstration. */
export async function writeYears(client: Client, today: Day): Promise<void> {
  const random = seededRandom(1_996)
  const [first = today] = historyDays(today)
  const thisYear = Number(today.slice(0, 4))
  const facts: [number, string, number][] = []
  for (let year = FIRST_YEAR; year <= thisYear; year += 1) {
    const share = 1.35 - 0.25 * Math.min(1, Math.max(0, (year - 1995) / 3)) + 0.06 * random.next() - (year === 2020 ? 0.45 : 0)
    facts.push([year, 'population', 2_450 - 14 * (year - FIRST_YEAR) + random.between(-9, 9)])
    facts.push([year, 'staff', year < 1997 ? 14 : 11], [year, 'libraries', year < 1996 ? 13 : 8])
    facts.push([year, 'budget', (18_000_000 + 550_000 * (year - FIRST_YEAR) + random.between(0, 400_000)) * 100])
    if (year > Number(first.slice(0, 4))) continue
    const whole = (usual: number) => Math.round(usual * share)
    facts.push([year, 'readers', whole(520)], [year, 'visits', whole(9_800)], [year, 'loans', whole(19_500)], [year, 'stock', whole(3_900)])
  }
  for (const [fact, value] of [
    ['staff-higher-education', 5],
    ['staff-secondary-education', 4],
    ['staff-under-36', 3],
    ['staff-36-to-55', 6],
    ['staff-over-55', 2],
    ['seats', 96],
    ['computers', 24],
    ['public-computers', 13],
    ['floor-area', 2_000],
  ] as const)
    facts.push([thisYear - 1, fact, value])
  await client.batch(
    [
      {
        sql: `INSERT INTO year_facts (year, fact, value, source, at) SELECT value ->> 0, value ->> 1, value ->> 2, ?, ? FROM json_each(?)`,
        args: [INVENTED, `${today}T00:00:00.000Z`, JSON.stringify(facts)],
      },
      ...CHANGES.map(
        (change): InStatement => ({
          sql: 'INSERT INTO network_changes (happened, change, libraries, text_kk, text_ru, text_en, source) VALUES (?, ?, ?, ?, ?, ?, ?)',
          args: [...change, ESSAY],
        }),
      ),
    ],
    'write',
  )
}

/** Some copies came during these two years; what stood on the shelves before each of them is counted back. */
export async function writeAcquisitions(client: Client, today: Day): Promise<void> {
  const days = historyDays(today)
  const random = seededRandom(2_004)
  const { rows } = await client.execute('SELECT count(*) AS copies FROM copies')
  const copies = Number(rows[0]?.copies)
  const added = Array.from({ length: Math.round(copies * 0.05) }, () => [1 + random.between(0, copies - 1), random.pick([today, ...days])])
  const months = [...new Set([...days, today].map((day) => day.slice(0, 7)))]
  await client.batch(
    [
      {
        sql: `INSERT INTO journal (at, day, deed, staff_id, branch_id, language, content_group, kind, record_id, by_hand, quantity)
              SELECT a.day || 'T05:00:00.000Z', a.day, 'copy-added', 9, c.branch_id, r.language, r.content_group, r.kind, r.id, 1, 1
              FROM (SELECT DISTINCT value ->> 0 AS copy_id, min(value ->> 1) AS day FROM json_each(?) GROUP BY 1) a
              JOIN copies c ON c.id = a.copy_id JOIN records r ON r.id = c.record_id ORDER BY a.day`,
        args: [JSON.stringify(added.filter(([, day]) => day !== today))],
      },
      ...months.map((month) => ({
        sql: `INSERT INTO stock_figures SELECT ?, branch_id, content_group, language, kind, sum(count) FROM (
                SELECT s.branch_id, r.content_group, r.language, r.kind, s.copies AS count FROM stock s JOIN records r ON r.id = s.record_id
                UNION ALL SELECT branch_id, content_group, language, kind, -quantity FROM journal WHERE deed = 'copy-added' AND day > ?
              ) GROUP BY 2, 3, 4, 5 HAVING sum(count) > 0`,
        args: [month, `${month}-31`],
      })),
    ],
    'write',
  )
}
