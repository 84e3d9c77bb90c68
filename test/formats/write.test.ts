import { MarcRecord as OracleRecord } from '@natlibfi/marc-record'
import { ISO2709, MARCXML } from '@natlibfi/marc-record-serializers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeIso2709 } from '../../worker/formats/write-iso2709.ts'
import { marcxmlEnd, marcxmlStart, writeMarcxml } from '../../worker/formats/write-marcxml.ts'
import { bookLeader, control, field, join, readAll, record } from './sample-records.ts'

const letter = fc.constantFrom(...'abcXYZ 09.,:;/<>&"\'абвәғқңөұүһіÄß東'.split(''))
const text = fc.string({ unit: letter, minLength: 1, maxLength: 30 }).map((value) => `x${value}x`.replace(/ +/g, ' '))
const subfield = fc.tuple(fc.constantFrom(...'abcdefx09'.split('')), text).map(([code, value]) => code + value)
const dataField = fc
  .tuple(
    fc.constantFrom('100', '245', '650', '700', '880'),
    fc.constantFrom('  ', '10', ' 4'),
    fc.array(subfield, { minLength: 1, maxLength: 4 }),
  )
  .map(([tag, indicators, subfields]) => field(tag, indicators, ...subfields))
const anyRecord = fc
  .tuple(text, fc.array(dataField, { minLength: 1, maxLength: 8 }))
  .map(([number, fields]) => record(bookLeader, control('001', number), ...fields))

const oracleFields = (fields: ReturnType<typeof record>['fields']) =>
  fields.map(({ tag, ind1, ind2, subfields, value }) => (value === undefined ? { tag, ind1, ind2, subfields } : { tag, value }))

test('what we write as ISO 2709 we read back', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyRecord, { minLength: 1, maxLength: 3 }), async (records) => {
      const all = await readAll(join(...records.map(writeIso2709)))
      expect(all.map((read) => ('record' in read ? read.record.fields : read))).toEqual(records.map(({ fields }) => fields))
    }),
  ))

test('what we write as MARCXML we read back', () =>
  fc.assert(
    fc.asyncProperty(fc.array(anyRecord, { minLength: 1, maxLength: 3 }), async (records) => {
      const all = await readAll(marcxmlStart + records.map((each) => writeMarcxml(each)).join('') + marcxmlEnd)
      expect(all.map((read) => ('record' in read ? read.record : read))).toEqual(records)
    }),
  ))

test('the oracle reads what we write', () =>
  fc.assert(
    fc.asyncProperty(anyRecord, async (source) => {
      const fromXml = await MARCXML.from(writeMarcxml(source, true))
      expect(fromXml.fields).toEqual(oracleFields(source.fields))
    }),
    { numRuns: 50 },
  ))

test('we read what the oracle writes', () =>
  fc.assert(
    fc.asyncProperty(anyRecord, async (source) => {
      const theirs = new OracleRecord({ leader: bookLeader, fields: oracleFields(source.fields) })
      for (const bytes of [join(ISO2709.to(theirs)), join(await MARCXML.to(theirs))]) {
        const [read] = await readAll(bytes)
        expect(read).toMatchObject({ record: { fields: source.fields } })
      }
    }),
    { numRuns: 50 },
  ))

test('a field too long for the directory is still read by its terminator', async () => {
  const long = record(bookLeader, field('520', '  ', `a${'ұзақ '.repeat(4000)}`), field('245', '10', 'aX'))
  const [read] = await readAll(writeIso2709(long))
  expect(read).toMatchObject({ record: { fields: long.fields } })
})
