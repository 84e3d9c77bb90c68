import { numberOf, type Table } from '../../domain/statistics/table.ts'
import { element, type Markup } from './element.ts'
import { box, fitted, LINE, label, picture, type Said, WIDTH } from './picture.ts'

const BAR = 22
const ROW = LINE + BAR + 20

/**
 * A bar for today and a line where the same weekday usually ends. Columns: the name of the figure, today, usual.
 * Each row has a scale of its own: twenty registrations and three hundred loans are both worth seeing.
 */
export function todayBars(said: Said, table: Table, usual: string): Markup {
  const rows = table.rows.map((row, index) => {
    const top = index * ROW
    const today = numberOf(row[1])
    const known = typeof row[2] === 'number' ? row[2] : undefined
    const most = Math.max(1, today, known ?? 0) * 1.08
    const at = known === undefined ? 0 : (known / most) * WIDTH
    const comparison = known === undefined ? '' : ` · ${usual} ${said.write(known)}`
    return element(
      'g',
      {},
      label(0, top + 15, fitted(String(row[0]), WIDTH - 190)),
      label(WIDTH, top + 15, `${said.write(today)}${comparison}`, 'end', 'figure'),
      box(0, top + LINE + 4, WIDTH, BAR, 'track'),
      box(0, top + LINE + 4, (today / most) * WIDTH, BAR, 'series-1', `${row[0]}: ${said.write(today)}${comparison}`),
      ...(known === undefined ? [] : [box(at - 2, top + LINE, 4, BAR + 8, 'usual')]),
    )
  })
  return picture(said, table.rows.length * ROW, ...rows)
}
