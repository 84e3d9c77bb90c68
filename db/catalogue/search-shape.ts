import type { SearchPlan } from '../../worker/domain/catalogue/search-plan.ts'
import { type ScoreShape, scoreShape } from './search-score.ts'

/** All that the text of a search depends on: what was typed stands in its parameters. */
export interface SearchShape extends Pick<SearchPlan, 'ranksMore' | 'opensOnce' | 'available' | 'branches' | 'sort'> {
  closer: { most: number; within?: true }[]
  score: ScoreShape | undefined
}

export function searchShape({ words, typed, closer, ranksMore, opensOnce, available, branches, sort }: SearchPlan): SearchShape {
  const isRanked = sort === 'relevance'
  return {
    ranksMore,
    opensOnce,
    available,
    branches,
    sort,
    closer: isRanked ? closer.map(({ most, within }) => (within ? { most, within } : { most })) : [],
    score: isRanked ? scoreShape(words, typed) : undefined,
  }
}
