import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Where each rule that was adopted has its place: by numbers of the rule book. */
const CIRCULATION = 'worker/domain/circulation'
const PLACES: Record<string, string[]> = {
  [`${CIRCULATION}/choose-policy.ts`]: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'],
  [`${CIRCULATION}/check-out.ts`]: ['R10', 'R11', 'R12', 'R14', 'R15', 'R16', 'R18'],
  [`${CIRCULATION}/blocks.ts`]: ['R13', 'R5b'],
  [`${CIRCULATION}/hold-claims.ts`]: ['R17', 'R31'],
  [`${CIRCULATION}/due-date.ts`]: ['R20', 'R21', 'R22', 'R23', 'R24', 'R26', 'R32'],
  'worker/domain/calendar.ts': ['R25'],
  [`${CIRCULATION}/renew.ts`]: ['R30', 'R33', 'R34', 'R35', 'R36'],
  [`${CIRCULATION}/check-in.ts`]: ['R40', 'R41', 'R54'],
  [`${CIRCULATION}/holds/place-hold.ts`]: ['R42'],
  [`${CIRCULATION}/holds/change-hold.ts`]: ['R43'],
  [`${CIRCULATION}/holds/next-hold.ts`]: ['R44', 'R45', 'R4c'],
  [`${CIRCULATION}/holds/pull-list.ts`]: ['R46', 'R72'],
  [`${CIRCULATION}/holds/shelf-expiry.ts`]: ['R49', 'R70'],
  [`${CIRCULATION}/holds/cancel-hold.ts`]: ['R4a', 'R4b'],
  [`${CIRCULATION}/transfers/send-transfer.ts`]: ['R50', 'R51'],
  [`${CIRCULATION}/transfers/cancel-transfer.ts`]: ['R52'],
  [`${CIRCULATION}/transfers/overdue-transfer.ts`]: ['R55'],
  [`${CIRCULATION}/overdue.ts`]: ['R56', 'R5a'],
  [`${CIRCULATION}/become-lost.ts`]: ['R60'],
  [`${CIRCULATION}/incidents/report-incident.ts`]: ['R61'],
  [`${CIRCULATION}/incidents/close-incident.ts`]: ['R62'],
  [`${CIRCULATION}/settle-charge.ts`]: ['R63'],
  'worker/jobs/forget-readers.ts': ['R80'],
  'worker/middleware/deed.ts': ['R82'],
  'db/integrity/laws.ts': ['R83'],
}
const LEFT_OUT = ['R47', 'R48', 'R4d', 'R53', 'R57', 'R58', 'R59', 'R71', 'R81']

const read = (file: string) => readFileSync(file, 'utf8')
const names = (text: string, rule: string) => new RegExp(`\\b${rule}\\b`).test(text)
const titles = globSync('test/**/*.test.ts').flatMap(
  (file) => read(file).match(/\b(?:it|describe)\b[^'`\n]*(?:'[^'\n]*'|`[^`\n]*`)/g) ?? [],
)
const book = read('docs/circulation.md')
const [kazakh = '', rest = ''] = book.split('## Как выбирается правило')
const [russian = '', leftOut = ''] = rest.split('## Әдейі алынбаған ережелер')

describe('the rule book', () => {
  const adopted = Object.entries(PLACES).flatMap(([file, rules]) => rules.map((rule) => ({ rule, file })))

  it.each(adopted)('$rule has its place in $file, a test that names it, and its words in Kazakh and Russian', ({ rule, file }) => {
    expect(names(read(file), rule), file).toBe(true)
    expect(
      titles.some((title) => names(title, rule)),
      'a test',
    ).toBe(true)
    expect(names(kazakh, rule), 'Kazakh').toBe(true)
    expect(names(russian, rule), 'Russian').toBe(true)
  })

  it.each(LEFT_OUT)('%s is left out on purpose, and it is said why', (rule) => {
    expect(leftOut.split('\n').some((line) => line.startsWith('| R') && names(line, rule))).toBe(true)
  })

  it('has no rule of the design without a place or a reason', () => {
    const numbered = [...'123456'].map((n) => `R${n}`)
    const tens = { 1: '012345678', 2: '0123456', 3: '0123456', 4: '0123456789abcd', 5: '0123456789ab', 6: '0123', 7: '012', 8: '0123' }
    const all = [...numbered, ...Object.entries(tens).flatMap(([ten, ones]) => [...ones].map((one) => `R${ten}${one}`))]
    const known = new Set([...adopted.map(({ rule }) => rule), ...LEFT_OUT])
    expect(all.filter((rule) => !known.has(rule))).toEqual([])
  })
})
