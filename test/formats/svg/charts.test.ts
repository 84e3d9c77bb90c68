import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../../../worker/domain/calendar.ts'
import type { Table } from '../../../worker/domain/statistics/table.ts'
import { columnBars } from '../../../worker/formats/svg/column-bars.ts'
import { element } from '../../../worker/formats/svg/element.ts'
import { ticksTo } from '../../../worker/formats/svg/scale.ts'
import { sideBySide } from '../../../worker/formats/svg/side-by-side.ts'
import { stackedBars } from '../../../worker/formats/svg/stacked-bars.ts'
import { todayBars } from '../../../worker/formats/svg/today-bars.ts'
import { trendLines } from '../../../worker/formats/svg/trend-lines.ts'
import { yearCalendar } from '../../../worker/formats/svg/year-calendar.ts'
import { bars, SAID, type Shape, shapesOf } from './drawn.ts'

const counts = fc.integer({ min: 0, max: 700_000 })

/** A table of names and counts as a report may bring it, hostile names among them. */
const tables = (columns: { min: number; max: number }) =>
  fc.integer(columns).chain((wide) =>
    fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.array(counts, { minLength: wide, maxLength: wide })), { maxLength: 9 }).map(
      (rows): Table => ({
        name: 't',
        title: 't',
        columns: [
          { key: 'name', label: 'Атауы', kind: 'text' },
          ...Array.from({ length: wide }, (_, index) => ({ key: `c${index}`, label: `Тіл ${index}`, kind: 'count' as const })),
        ],
        rows: rows.map(([name, cells]) => [name, ...cells]),
      }),
    ),
  )

const width = ({ attributes }: Shape) => Number(attributes.width)
const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0)

describe('a chart', () => {
  it('names and describes itself to those who do not see it', () => {
    const [svg, title, desc] = shapesOf(stackedBars(SAID, { name: 't', title: '', columns: [], rows: [] }))
    expect(svg?.attributes).toMatchObject({ role: 'img', 'aria-labelledby': 'c-title c-desc' })
    expect([title?.name, title?.attributes.id, title?.text]).toEqual(['title', 'c-title', SAID.title])
    expect([desc?.name, desc?.attributes.id, desc?.text]).toEqual(['desc', 'c-desc', SAID.description])
  })

  it('is well-formed whatever the names are, and keeps them as text', () => {
    const hostile = '</title><script>alert(1)</script>"\'& \u0000\ud800'
    const [shape] = shapesOf(element('text', { class: hostile }, hostile))
    expect(shape?.text).toBe('</title><script>alert(1)</script>"\'& \ufffd')
    expect(shape?.attributes.class).toBe(shape?.text)
  })

  it('keeps every shape inside its frame', () => {
    fc.assert(
      fc.property(tables({ min: 1, max: 5 }), (table) => {
        const today = { ...table, rows: table.rows.map((row) => [row[0] ?? '', row[1] ?? 0, row[2] ?? null]) }
        for (const drawn of [
          stackedBars(SAID, table),
          sideBySide(SAID, table),
          columnBars(SAID, table),
          todayBars(SAID, today, 'әдетте'),
        ]) {
          const [svg, ...shapes] = shapesOf(drawn)
          const [, , wide = 0, high = 0] = (svg?.attributes.viewBox ?? '').split(' ').map(Number)
          for (const each of bars(shapes, /series|track/)) {
            expect(Number(each.attributes.x) + width(each)).toBeLessThanOrEqual(wide + 0.1)
            expect(Number(each.attributes.y) + Number(each.attributes.height)).toBeLessThanOrEqual(high)
          }
        }
      }),
    )
  })
})

describe('stacked bars', () => {
  it('add up: the parts of a row are as long as its total, and all rows have one scale', () => {
    fc.assert(
      fc.property(tables({ min: 1, max: 6 }), (table) => {
        const drawn = shapesOf(stackedBars(SAID, table))
        const totals = table.rows.map((row) => sum(row.slice(1).map(Number)))
        const most = Math.max(...totals, 1)
        const drawnRows = Map.groupBy(
          bars(drawn, /series/).filter(({ attributes }) => attributes.height === '20'),
          (each) => each.attributes.y,
        )
        const lengths = [...drawnRows.values()].map((parts) => sum(parts.map(width)))
        const shown = totals.filter((total) => total > 0)
        expect(lengths).toHaveLength(shown.length)
        const longest = Math.max(...lengths, 0)
        for (const [index, length] of lengths.entries()) {
          expect(Math.abs(length - ((shown[index] ?? 0) / most) * longest)).toBeLessThan(0.1)
        }
      }),
    )
  })
})

describe('columns', () => {
  it('are as high as their figures, on one scale from nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700_000 }), { minLength: 1, maxLength: 12 }), (values) => {
        const table: Table = {
          name: 't',
          title: 't',
          columns: [
            { key: 'm', label: 'Ай', kind: 'text' },
            { key: 'n', label: 'Саны', kind: 'count' },
          ],
          rows: values.map((value, index) => [String(index), value]),
        }
        const heights = bars(shapesOf(columnBars(SAID, table)), /series/).map(({ attributes }) => Number(attributes.height))
        for (const [index, value] of values.entries())
          expect(Math.abs((heights[index] ?? 0) - (180 * value) / (ticksTo(Math.max(...values)).at(-1) ?? 1))).toBeLessThan(0.01)
        expect(heights).toHaveLength(values.length)
      }),
    )
  })
})

describe('the year as a calendar', () => {
  const words = { month: String, day: (day: Day) => day, closed: 'жабық', less: 'аз', more: 'көп' }

  it('shows every day of every year once, leap years too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1934, max: 2100 }), (year) => {
        const drawn = shapesOf(yearCalendar(SAID, year, new Map(), words))
        const days = drawn.filter(({ name, text }) => name === 'title' && /^\d{4}-/.test(text)).map(({ text }) => text.slice(0, 10))
        const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
        expect(days).toHaveLength(leap ? 366 : 365)
        expect(days).toEqual(days.map((_, index) => addDays(`${year}-01-01`, index)))
      }),
    )
  })

  it('puts no two days in one place and each weekday in its column', () => {
    const drawn = bars(shapesOf(yearCalendar(SAID, 2024, new Map(), words)), /heat-none/)
    expect(new Set(drawn.map(({ attributes }) => `${attributes.x} ${attributes.y}`)).size).toBe(366)
    const columnOf = (day: string) => drawn.find(({ text }) => text.startsWith(day))?.attributes.x
    expect(columnOf('2024-01-01')).toBe(columnOf('2024-01-29'))
    expect(columnOf('2024-01-07')).toBe(columnOf('2024-05-05'))
  })

  it('is darker where there was more, and tells a closed day from an empty one', () => {
    fc.assert(
      fc.property(fc.array(counts, { minLength: 2, maxLength: 366 }), (values) => {
        const known = new Map(values.map((value, index) => [addDays('2024-01-01', index), value]))
        const drawn = bars(shapesOf(yearCalendar(SAID, 2024, known, words)), /heat/).slice(0, 366)
        const level = drawn.map(({ attributes }) => Number(attributes.class?.replace('heat-', '')))
        expect(level.filter(Number.isNaN)).toHaveLength(366 - values.length)
        for (const [index, value] of values.entries()) {
          expect((level[index] ?? 0) === 0).toBe(value === 0)
          const next = values[index + 1]
          if (next !== undefined && next > value) expect(level[index + 1]).toBeGreaterThanOrEqual(level[index] ?? 0)
        }
      }),
    )
  })
})

describe('lines through the years', () => {
  const table: Table = {
    name: 't',
    title: 't',
    columns: [
      { key: 'year', label: 'Жыл', kind: 'count' },
      { key: 'loans', label: 'Берілім', kind: 'count' },
    ],
    rows: [
      [1995, 800_000],
      [1996, null],
      [1997, 500_000],
      [1998, 520_000],
    ],
  }

  it('leave a gap where a year is not known', () => {
    const drawn = shapesOf(trendLines(SAID, table, []))
    expect(drawn.filter(({ name }) => name === 'polyline').map(({ attributes }) => attributes.points?.split(' ').length)).toEqual([1, 2])
    expect(drawn.filter(({ name }) => name === 'circle')).toHaveLength(3)
  })

  it('mark what opened and closed on the axis, together when it was in one year', () => {
    const marks = [1, 2, 3, 4, 5].map((number) => ({ year: 1996, kind: 'closed' as const, name: `№ ${number}` }))
    const drawn = shapesOf(trendLines(SAID, table, [...marks, { year: 1997, kind: 'opened', name: '№ 9' }]))
    const shapes = drawn.filter(({ name }) => name === 'polygon')
    expect(shapes.map(({ attributes, text }) => [attributes.class, text])).toEqual([
      ['closed', '№ 1; № 2; № 3; № 4; № 5'],
      ['opened', '№ 9'],
    ])
    expect(drawn.some(({ name, text, attributes }) => name === 'text' && text === '5' && attributes.class === 'small')).toBe(true)
  })
})

describe('the steps of a scale', () => {
  it('are round, rise evenly from nothing and reach the greatest figure', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e9, noNaN: true }), (most) => {
        const ticks = ticksTo(most)
        const step = (ticks[1] ?? 0) - (ticks[0] ?? 0)
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most * (1 - 1e-9))
        expect(ticks.length).toBeLessThanOrEqual(8)
        for (const [index, tick] of ticks.entries()) expect(Math.abs(tick - index * step)).toBeLessThanOrEqual(step * 1e-6)
      }),
    )
    expect(ticksTo(0)).toEqual([0, 1])
    expect(ticksTo(650_000)).toEqual([0, 200_000, 400_000, 600_000, 800_000])
  })
})
