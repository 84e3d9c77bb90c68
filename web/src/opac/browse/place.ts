export const WAYS = ['classes', 'authors', 'subjects'] as const

/** A way to browse, and where in it: from a letter or a word on, or after a page that was shown. */
export interface Place {
  way: (typeof WAYS)[number]
  from: string
  after: string
}

/** It stands in the address: `/browse?by=authors&from=Ә`. */
export function readPlace(queryString: string): Place {
  const query = new URLSearchParams(queryString)
  const way = WAYS.find((each) => each === query.get('by')) ?? 'classes'
  return { way, from: query.get('from') ?? '', after: query.get('after') ?? '' }
}

export const placeName = ({ way, from, after }: Place) => `${way} ${from} ${after}`
