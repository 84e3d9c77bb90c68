import { expect, test } from 'vitest'
import { fromAuthority } from '../../../../worker/domain/catalogue/headings/from-authority.ts'
import { control, field, record } from '../../../formats/sample-records.ts'

const marc21 = '00000nz  a2200000n  4500'
const unimarc = '00000nx  a2200000   45  '

test('a person with every name it is not established under', () => {
  const source = record(
    marc21,
    control('001', 'n 50000001'),
    control('003', 'KZ-X'),
    field('100', '1 ', 'aӘуезов, Мұхтар,', 'd1897-1961'),
    field('400', '1 ', 'aAuezov, Mukhtar,', 'd1897-1961'),
    field('400', '1 ', 'aАуэзов, М. О.', 'tАбай жолы'),
    field('500', '1 ', 'aАбай'),
    field('700', '17', 'aAuesow, Muchtar', '2gnd'),
  )
  expect(fromAuthority(source, 'marc21')).toEqual({
    kind: 'author',
    form: 'person',
    name: 'Әуезов, Мұхтар',
    established: 'Әуезов, Мұхтар',
    years: '1897-1961',
    authority: 'kzxn50000001',
    also: ['Auezov, Mukhtar', 'Auesow, Muchtar'],
  })
})

test('a subject of MARC 21 and one of UNIMARC', () => {
  const here = fromAuthority(record(marc21, field('150', '  ', 'aӨлкетану'), field('450', '  ', 'aКраеведение')), 'marc21')
  const there = fromAuthority(record(unimarc, field('250', '  ', 'aӨлкетану'), field('450', '  ', 'aКраеведение')), 'unimarc')
  expect(here).toMatchObject({ kind: 'subject', form: 'body', name: 'Өлкетану', also: ['Краеведение'] })
  expect(there).toEqual(here)
})

test('a person of UNIMARC, its number naming its own file', () => {
  const source = record(
    unimarc,
    control('001', 'RU\\NLR\\AUTH\\6612'),
    field('200', ' 1', 'aАуэзов', 'bМ. О.', 'gМухтар Омарханович', 'f1897-1961'),
    field('400', ' 1', 'aӘуезов', 'gМұхтар'),
    field('801', ' 0', 'aRU', 'bNLR'),
  )
  expect(fromAuthority(source, 'unimarc')).toMatchObject({
    name: 'Ауэзов, Мухтар Омарханович',
    years: '1897-1961',
    authority: 'runlrauth6612',
    also: ['Әуезов, Мұхтар'],
  })
})

test.each([
  ['a title', field('130', ' 0', 'aМанас')],
  ["an author's title", field('100', '1 ', 'aӘуезов, Мұхтар', 'tАбай жолы')],
  ['a subdivided subject', field('150', '  ', 'aҚазақстан', 'xТарихы')],
])('%s is no heading of ours', (_, heading) => {
  expect(fromAuthority(record(marc21, heading), 'marc21')).toBeUndefined()
})
