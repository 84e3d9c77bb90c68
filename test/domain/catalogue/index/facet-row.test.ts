import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../db/seed/random.ts'
import {
  emptyTallies,
  facetRow,
  headingRow,
  label,
  type Tally,
  tallyFacets,
  tallyHeadings,
} from '../../../../worker/domain/catalogue/index/facet-row.ts'
import { unpackLabel } from '../../../../worker/domain/catalogue/index/label-letters.ts'

const SEED = 20261126
const LANGUAGES = ['kaz', 'rus', 'eng'] as const
const GROUPS = ['fiction', 'social', 'art'] as const
const NAMES = ['Әуезов М.', 'Айтматов Ш.', 'Толстой Л. Н.', 'Verne, Jules', 'A|B', 'C;D ~ E'] as const

const counted = (values: (string | number)[]): Map<string, number> => {
  const tally = new Map<string, number>()
  for (const value of values) tally.set(String(value), (tally.get(String(value)) ?? 0) + 1)
  return tally
}
const sorted = (tally: Map<string, number>) => [...tally].sort(([a], [b]) => (a < b ? -1 : 1))
const told = (tally: Tally, read = (value: string) => value) =>
  sorted(new Map([...tally].map(([value, { times }]) => [read(value), times])))

describe('rows of facets', () => {
  it(`are counted as the records are, seed ${SEED}`, () => {
    const random = seededRandom(SEED)
    const some = <Value>(of: readonly Value[]) => of.filter(() => random.chance(0.4))
    for (let size = 0; size < 60; size += 1) {
      const records = Array.from({ length: size }, () => ({
        branches: some([1, 2, 3, 8, 40]),
        language: random.pick(LANGUAGES),
        year: random.chance(0.1) ? null : random.between(950, 2026),
        contentGroup: random.pick(GROUPS),
        authors: some(NAMES).map(label),
        subjects: some(NAMES).map(label),
      }))
      const tally = emptyTallies()
      tallyFacets(tally, records.map(facetRow).join(';'))
      tallyHeadings(tally, records.map(headingRow).join(';'), (rows) => (rows === size ? 1 : Number.NaN))
      expect(told(tally.branches)).toEqual(sorted(counted(records.flatMap(({ branches }) => branches))))
      expect(told(tally.languages)).toEqual(sorted(counted(records.map(({ language }) => language))))
      expect(told(tally.decades, (decade) => `${decade}0`)).toEqual(
        sorted(counted(records.flatMap(({ year }) => (year === null ? [] : Math.floor(year / 10) * 10)))),
      )
      expect(told(tally.contentGroups)).toEqual(sorted(counted(records.map(({ contentGroup }) => contentGroup))))
      expect(told(tally.authors, unpackLabel)).toEqual(sorted(counted(records.flatMap(({ authors }) => authors))))
      expect(told(tally.subjects, unpackLabel)).toEqual(sorted(counted(records.flatMap(({ subjects }) => subjects))))
    }
  })
})
