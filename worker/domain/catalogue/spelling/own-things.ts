import { indexLetters } from '../index/letters.ts'
import type { Clause, QueryWord } from '../query/clause.ts'
import { matchOf } from '../query/match.ts'
import { filterGroups, type SearchQuery } from '../search-query.ts'
import { fold } from '../text/fold.ts'
import { stemsOfOwn } from '../text/kazakh-stem.ts'
import type { Respaced } from './spacing.ts'

const MOST_WORDS = 8
const MINE = fold('менің')

function stemsIn({ written, key, quoted, beginning }: QueryWord): string[] {
  return quoted || beginning || !key.includes('m') ? [] : stemsOfOwn(fold(written)).map(indexLetters)
}

/** The question about what is the speaker's own, as others name it: анам and «менің анам» are about ана. */
export function ownThings(query: SearchQuery): (Respaced & { match: string; meant: SearchQuery })[] {
  const { must, mustNot, words } = query.parsed
  if (words.length > MOST_WORDS || mustNot.length > 0 || must.some(({ kind }) => kind !== 'word')) return []
  const named = words.map((word) => ({ word, stems: stemsIn(word) }))
  if (named.every(({ stems }) => stems.length === 0)) return []
  const either = named.map(({ word, stems }): QueryWord => ({ ...word, stems: [...word.stems, ...stems] }))
  const others = either.filter(({ written }) => fold(written) !== MINE)
  return [either, ...(others.length < either.length && others.length > 0 ? [others] : [])].map((own) => {
    const parsed = { ...query.parsed, must: own.map((word): Clause => ({ kind: 'word', word })), words: own, typed: '' }
    const asked = own === either ? query.asked : own.map(({ written }) => written).join(' ')
    return { typed: asked, words: [], match: matchOf(parsed, filterGroups(query)), meant: { ...query, asked, parsed } }
  })
}
