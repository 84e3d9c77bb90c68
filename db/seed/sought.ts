import type { Client } from '@libsql/client/http'
import type { Day } from '../../worker/domain/calendar.ts'
import { recordSought, type SoughtLine } from '../statistics/sought.ts'
import { historyDays } from './local-time.ts'
import { seededRandom } from './random.ts'

const FOUND = [
  'абай жолы',
  'көшпенділер',
  'менің атым қожа',
  'мастер и маргарита',
  'ертегілер',
  'harry potter',
  'қазақстан тарихы',
  'батырлар жыры',
  'гарри поттер',
  'ұлпан',
]
const UNMET = [
  'атлант расправил плечи',
  'python үйрену',
  'атомные привычки',
  'бай папа бедный папа',
  'хан кене роман',
  'manga',
  'ұбт 2026 математика',
  'ұбт математика 2026',
  'подсознание может все',
  'the midnight library',
]

/** What was looked for in these two years, invented. */
export async function writeSought(client: Client, today: Day): Promise<void> {
  const random = seededRandom(2_026)
  const lines: SoughtLine[] = []
  for (const month of new Set(historyDays(today).map((day) => day.slice(0, 7)))) {
    for (const question of FOUND) lines.push({ month, found: true, question, times: random.between(2, 30) })
    for (const question of UNMET) if (random.chance(0.6)) lines.push({ month, found: false, question, times: random.between(1, 12) })
  }
  await client.batch(recordSought(lines), 'write')
}
