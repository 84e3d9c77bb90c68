import { type Distribution, distribution } from '../measure/distribution.ts'
import type { Deed } from './desk.ts'
import type { DeskLibrary } from './desk-library.ts'

export const DEEDS = ['check-out', 'renewal', 'return'] as const
type DeedName = (typeof DEEDS)[number]

export interface DeedFigures {
  years: number
  deed: DeedName
  ms: Distribution
  trips: Distribution
  rowsRead: Distribution | undefined
  rowsWritten: Distribution | undefined
}

/** So many books are lent, renewed and taken back at one library before it is the other's turn: noise falls on both alike. */
const CHUNK = 25
const WARM_UP = 100
/** A renewal on the day of the loan would change nothing. */
const DAYS_LATER = 2

export async function playDay(libraries: readonly DeskLibrary[], deeds: number, readers: number): Promise<DeedFigures[]> {
  const kept = libraries.map(() => new Map<DeedName, { deed: Deed; read: number; written: number }[]>(DEEDS.map((name) => [name, []])))
  for (let from = 0; from < deeds; from += CHUNK) {
    for (const [place, library] of libraries.entries()) {
      const chunk = library.copies.slice(from, from + CHUNK)
      for (const name of DEEDS)
        for (const [index, { barcode, branch }] of chunk.entries()) {
          // Each reader of the day comes once.
          const card = `B${String(1 + (((from + index) * 37) % readers)).padStart(6, '0')}`
          const deed = await deedOf(library, name, barcode, branch, card)
          const { read = 0, written = 0 } = library.counter?.counts(deed.statements) ?? {}
          kept[place]?.get(name)?.push({ deed, read, written })
        }
    }
  }
  return libraries.flatMap(({ years, counter }, place) =>
    DEEDS.map((deed): DeedFigures => {
      const all = kept[place]?.get(deed) ?? []
      const warm = all.slice(Math.min(WARM_UP, Math.floor(all.length / 5)))
      return {
        years,
        deed,
        ms: distribution(warm.map((one) => one.deed.ms)),
        trips: distribution(all.map((one) => one.deed.trips)),
        rowsRead: counter && distribution(all.map(({ read }) => read)),
        rowsWritten: counter && distribution(all.map(({ written }) => written)),
      }
    }),
  )
}

function deedOf({ desk }: DeskLibrary, name: DeedName, copy: string, branch: number, reader: string): Promise<Deed> {
  if (name === 'check-out') return desk('/api/loans', { reader, copy, branch })
  if (name === 'renewal') return desk('/api/renewals', { copy }, DAYS_LATER)
  return desk('/api/returns', { copy, branch }, DAYS_LATER)
}
