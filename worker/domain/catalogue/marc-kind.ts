import type { Kind } from './record.ts'

/** The kind of thing a MARC 21 or UNIMARC leader describes. */
export function kindOf(leader: string, electronic: 'm' | 'l'): Kind {
  const type = leader[6] ?? ' '
  const level = leader[7] ?? ' '
  if ('cd'.includes(type)) return 'music'
  if ('ef'.includes(type)) return 'map'
  if (type === 'g') return 'video'
  if ('ij'.includes(type)) return 'sound'
  if (type === electronic) return 'electronic'
  if ('kopr'.includes(type)) return 'other'
  if ('ab'.includes(level)) return 'article'
  return 'si'.includes(level) ? 'serial' : 'book'
}
