import { MERGED } from '../../domain/statistics/merge-small.ts'
import type { Split } from '../../domain/statistics/units.ts'
import { branchName, type Room } from './page.ts'

type Named = Pick<Room, 'words' | 'language' | 'branches'>

/** The value of a split in words: `contentGroup` `art` -> «Өнер, спорт». */
export function valueWord(room: Named, split: Split | 'branch', value: string): string {
  const { words } = room
  if (value === MERGED) return words.merged
  if (split === 'branch') return branchWord(room, Number(value))
  if (value === '') return split === 'byHand' ? words.byTheSystem : words.notGiven
  if (split === 'byHand') return words.byHand
  return names(room, split)[value] ?? value
}

function branchWord(room: Named, id: number): string {
  const branch = room.branches.find((each) => each.id === id)
  return branch ? branchName(room, branch) : room.words.noBranch
}

function names({ words }: Named, split: Exclude<Split, 'byHand'>): Record<string, string> {
  return {
    contentGroup: words.groups,
    language: words.languages,
    kind: words.kinds,
    readerCategory: words.readerCategories,
    ageBand: words.ageBands as Record<string, string>,
  }[split]
}
