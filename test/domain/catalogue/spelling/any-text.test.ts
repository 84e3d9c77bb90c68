import fc from 'fast-check'
import { expect, it } from 'vitest'
import { searchQuery } from '../../../../worker/domain/catalogue/search-query.ts'
import { fewerWords, withFewerWords } from '../../../../worker/domain/catalogue/spelling/fewer-words.ts'
import { rightIsbns } from '../../../../worker/domain/catalogue/spelling/mistyped-isbn.ts'
import { inOtherAlphabet } from '../../../../worker/domain/catalogue/spelling/other-alphabet.ts'
import { otherReadings } from '../../../../worker/domain/catalogue/spelling/other-query.ts'
import { asWholeTitle, putTogether } from '../../../../worker/domain/catalogue/spelling/spacing.ts'
import { NOTHING_ASKED } from '../../../support/nothing-asked.ts'

const STORM = '\u0301'.repeat(50)
const pieces = ['ұлы', STORM, 'jw', 'rj;f', '978052021395', ' : ', ' / ', '. – ', ' ', "'", '-', '%D0', '\ud800', 'а', '中文']
const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''))

const asked = (q: string) => searchQuery({ ...NOTHING_ASKED, q })

/** All that may be asked instead. */
function instead(q: string): string[] {
  const query = asked(q)
  const fewer = fewerWords(query)
  const others = [otherReadings, asWholeTitle, putTogether, rightIsbns, inOtherAlphabet].flatMap((read) => read(query))
  return [...[...fewer, ...others].map(({ match }) => match), ...fewer.map((left) => withFewerWords(query, left).typed)]
}

// What is tried again and again never ends: such a test fails by its time.
it.each([`ұлы${STORM} isbn`, `а${STORM} ${STORM}б${STORM}`])('a storm of accents is two words like others', (q) => {
  expect(instead(q).length).toBeGreaterThan(0)
})

it('of any text it is found what else it may mean', () => {
  fc.assert(
    fc.property(texts, (q) => void instead(q)),
    { numRuns: 500 },
  )
})
