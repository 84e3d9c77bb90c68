import { describe, expect, it } from 'vitest'
import { toIncoming } from '../../../../worker/domain/catalogue/describe.ts'
import type { Dialect, MarcField } from '../../../../worker/domain/catalogue/marc-record.ts'
import { parseIrbisText } from '../../../../worker/formats/irbis-text.ts'
import { bookLeader, control, field, record } from '../../../formats/sample-records.ts'

function described(dialect: Dialect, ...fields: MarcField[]) {
  const incoming = toIncoming({ record: record(dialect === 'unimarc' ? '00000nam0 2200000 i 450 ' : bookLeader, ...fields), dialect })
  if (!('description' in incoming)) throw new Error(JSON.stringify(incoming))
  return incoming
}

describe('the other titles of a work', () => {
  const title = field('245', '10', 'aПуть Абая')

  it('are named by the links of MARC 21', () => {
    const { description } = described(
      'marc21',
      title,
      field('240', '10', 'aАбай жолы.', 'lRussian'),
      field('765', '0 ', 'aӘуезов, Мұхтар.', 'tАбай жолы'),
      field('767', '0 ', 'tVor Tau und Tag'),
      field('500', '  ', 'aОриг. загл.: Абай'),
    )
    expect(description.otherTitles).toEqual([
      { title: 'Абай жолы', relation: 'original' },
      { title: 'Vor Tau und Tag', relation: 'translation' },
      { title: 'Абай', relation: 'original' },
    ])
  })

  it.each([
    ['a uniform title that names no language', field('240', '10', 'aАбай жолы')],
    ['a collective title', field('240', '10', 'aShort stories.', 'kSelections.', 'lRussian')],
  ])('are not %s', (_, uniform) => {
    expect(described('marc21', title, uniform).description.otherTitles).toBeUndefined()
  })

  it('are named by UNIMARC, in subfields or in embedded fields', () => {
    const { description } = described(
      'unimarc',
      field('200', '1 ', 'aПуть Абая'),
      field('454', ' 1', '12001 ', 'aАбай жолы', '1700 1', 'aӘуезов', 'gМұхтар'),
      field('453', ' 0', 'tVor Tau und Tag'),
    )
    expect(description.otherTitles).toEqual([
      { title: 'Абай жолы', author: 'Әуезов, Мұхтар', relation: 'original' },
      { title: 'Vor Tau und Tag', relation: 'translation' },
    ])
  })

  it('are named by IRBIS', () => {
    const parsed = parseIrbisText('#200: ^AВсе об Internet\n#700: ^AКрол^BЭ.\n#454: ^AThe whole Internet^DKrol E.')
    const incoming = typeof parsed === 'string' ? undefined : toIncoming({ record: parsed, dialect: 'irbis' })
    expect(incoming).toMatchObject({ description: { otherTitles: [{ title: 'The whole Internet', author: 'Krol E.' }] } })
  })
})

describe('the names of a record', () => {
  it('bring their years, their authority and their other script', () => {
    const { names } = described(
      'marc21',
      field('100', '1 ', '6880-01', 'aAuezov, Mukhtar,', 'd1897-1961', '0(KZ-X)n 50000001'),
      field('245', '10', 'aAbai zholy'),
      field('710', '2 ', 'aҰлттық кітапхана'),
      field('880', '1 ', '6100-01', 'aӘуезов, Мұхтар'),
    )
    expect(names).toEqual([
      {
        kind: 'author',
        form: 'person',
        name: 'Auezov, Mukhtar',
        years: '1897-1961',
        authority: 'kzxn50000001',
        also: ['Әуезов, Мұхтар'],
      },
      { kind: 'author', form: 'body', name: 'Ұлттық кітапхана', also: [] },
    ])
  })

  it('take a bare number for one of the agency, and for nothing without an agency', () => {
    const author = field('700', ' 1', 'aМень', 'gАлександр', '347')
    const title = field('200', '1 ', 'aСвет миру')
    const owned = described('unimarc', control('001', '1'), field('801', ' 0', 'bKPSBO'), title, author)
    expect(owned.names?.[0]?.authority).toBe('kpsbo47')
    expect(described('unimarc', control('001', '1'), title, author).names?.[0]?.authority).toBeUndefined()
  })
})
