import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../../db/seed/random.ts'
import { beginningHash, type Completed, collectCompletions, complete } from '../../../../worker/domain/catalogue/suggest/completions.ts'

const SEED = 20261126
const LETTERS = ['a', 'b', 'd', 'e', 'g', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'r', 's', 't', 'u'] as const
/** Every fifteenth title has a word that many share; the others have words of their own. */
function catalogue(size: number): Completed[] {
  const random = seededRandom(SEED)
  const rare = () => Array.from({ length: 6 }, () => random.pick(LETTERS)).join('')
  return Array.from({ length: size }, (_, number) => {
    const words = number % 15 > 0 ? [rare(), rare()] : random.chance(0.5) ? ['kazak', rare()] : [rare(), 'kazakstan']
    const title = `${words.join(' ')} ${number}`
    const [authors, subjects] = number % 15 === 7 ? [['Қазақбаев Қ.'], ['Қазақ тілі']] : [['Толстой Л.'], ['Тарих']]
    return { entry: { place: 1_000 + number, recordId: number, titleKeys: `| ${words.join(' ')} |#`, authors, subjects }, title }
  })
}
const collected = (records: Completed[]) => {
  const completions = collectCompletions()
  for (const record of records) completions.add(record)
  return completions.end()
}

describe(`what a beginning may become, seed ${SEED}`, () => {
  const records = catalogue(6_000)
  const all = collected(records)

  it.each(['ka', 'kaz', 'kaza', 'kazak'])(
    'of %s the most wanted are kept, those that begin so before those that have it inside',
    (beginning) => {
      const found = all.get(beginningHash(beginning))
      const begun = records.filter(({ title }) => title.startsWith(beginning)).slice(0, 6)
      expect(found?.titles.map(([, , text]) => text)).toEqual(begun.map(({ title }) => title))
      expect(found?.authors.map(([, , text]) => text)).toEqual(['Қазақбаев Қ.'])
      expect(found?.subjects.map(([, , text]) => text)).toEqual(['Қазақ тілі'])
    },
  )

  it('a long one is kept only where many records share it', () => {
    const [own = ''] = records[1]?.title.split(' ') ?? []
    expect(all.has(beginningHash(own.slice(0, 3)))).toBe(true)
    expect(all.has(beginningHash(own))).toBe(false)
    expect(collected(records.slice(0, 400)).has(beginningHash('kaza'))).toBe(false)
  })

  it('a new record joins the long ones that are kept, and makes no others', () => {
    const now: ReturnType<typeof collected> = new Map()
    const entry = { place: 1, recordId: 9_999, titleKeys: '| kazak zzzzzz |#', authors: [], subjects: [] }
    complete(now, { entry, title: 'Қазақ зззззз' }, all)
    const has = (beginning: string) => now.has(beginningHash(beginning))
    expect(['kazak', 'zzz'].map(has)).toEqual([true, true])
    expect(has('zzzz')).toBe(false)
  })
})
