import { describe, expect, it } from 'vitest'
import { searchQuery } from '../../../../worker/domain/catalogue/search-query.ts'
import { guessesAt, matchesOf, meantBy, type OtherChoices } from '../../../../worker/domain/catalogue/spelling/meant.ts'
import { NOTHING_ASKED } from '../../../support/nothing-asked.ts'

/** Records as their keys: what an index of them alone would say of the guesses. */
function meant(q: string, known: string[], records: { titles: string; authors: string; has(match: string): boolean }[]) {
  const query = searchQuery({ ...NOTHING_ASKED, q })
  const guesses = guessesAt(query)
  const others: OtherChoices = {
    words: new Map(
      [...guesses.typed, ...guesses.elsewhere].map((word) => [
        word,
        { known: known.includes(word.written), isSpelt: false, near: [], halves: [] },
      ]),
    ),
    met: new Map(
      matchesOf(guesses).flatMap(({ match, author }) => {
        const first = records.find(({ has, authors }) => (author ? author.names.some((name) => authors.includes(name)) : has(match)))
        return first ? [[match, first.titles]] : []
      }),
    ),
  }
  return meantBy(query, guesses, others).map((one) => [one.kind, 'typed' in one ? one.typed : one.meant.asked])
}

const gogol = { titles: '| revizor |', authors: '| gogol nikolai |#', has: (_: string) => false }
const script = { ...gogol, authors: '| academy of script gogol |#' }

describe('of a question of which nothing has all the words', () => {
  it('a family name may stand alone, and no other name', () => {
    expect(meant('гоголь вий', ['гоголь', 'вий'], [gogol])).toEqual([['fewer', 'гоголь']])
    expect(meant('гоголь вий', ['гоголь', 'вий'], [script])).toEqual([])
  })

  it('what was said to the librarian is left out', () => {
    const records = [
      { titles: '| plaha |', authors: '#', has: (match: string) => match === '(("plaha" OR "plah"))' || match === '("plaha")' },
    ]
    expect(meant('здравствуйте мне нужна книга плаха', ['плаха'], records)).toEqual([['fewer', 'плаха']])
  })

  it('what is the speaker’s own is meant as others name it', () => {
    const mother = { titles: '| ana |', authors: '#', has: (match: string) => /"ana"/.test(match) && !/"menin"/.test(match) }
    expect(meant('анамның', [], [mother])).toEqual([['spacing', 'анамның']])
    expect(meant('менің анам', ['менің'], [mother])).toEqual([['spacing', 'анам']])
    expect(meant('-анам', [], [mother])).not.toContainEqual(['spacing', '-анам'])
  })

  it('nothing is meant when nothing is known of it', () => {
    expect(meant('ыжщх qwzxvbn ъыфвя', [], [])).toEqual([])
    expect(
      meant('<script>alert(1)</script>', ['script'], [{ ...gogol, has: (match) => match.includes('script') && !match.includes('AND') }]),
    ).toEqual([])
  })

  it('the halves of a compound are not taken for words to leave out', () => {
    const records = [{ titles: '', authors: '', has: (match: string) => match.includes('sozdik') && !match.includes('oris') }]
    expect(meant('орыс-қазақ сөздігі', ['қазақ', 'сөздігі'], records)).toContainEqual(['fewer', 'қазақ сөздігі'])
  })

  it('a phrase in printed quotation marks may be none, one in plain marks is one', () => {
    const records = [{ titles: '', authors: '', has: (match: string) => match.includes('"tihi"') && match.includes('AND') }]
    expect(meant('«Тихий Дон Шолохов»', ['тихий', 'дон', 'шолохов'], records)[0]).toEqual(['spacing', 'Тихий Дон Шолохов'])
    expect(meant('"Тихий Дон Шолохов"', ['тихий', 'дон', 'шолохов'], records)).toEqual([])
  })
})
