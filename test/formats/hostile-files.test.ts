import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toIncoming } from '../../worker/domain/catalogue/describe.ts'
import { writeIso2709 } from '../../worker/formats/write-iso2709.ts'
import { marcxmlEnd, marcxmlStart, writeMarcxml } from '../../worker/formats/write-marcxml.ts'
import { bookLeader, control, encode, field, join, readAll, record, titles } from './sample-records.ts'

const book = record(
  bookLeader,
  control('001', '42'),
  control('008', '070529s1989    |||     r     000 0 kaz d'),
  field('020', '  ', 'a5-7110-0177-9'),
  field('245', '10', 'aАбай жолы :', 'bроман /', 'cМ. Әуезов'),
  field('650', ' 0', 'aҚазақ әдебиеті'),
)
const iso = writeIso2709(book)
const xml = encode(marcxmlStart + writeMarcxml(book) + writeMarcxml(book) + marcxmlEnd, 'utf-8')
const irbis = encode('#200: ^AАбай жолы\n#910: ^A0^B1\n*****\n#200: ^AКөксерек\n*****\n', 'utf-8')
const file = fc.constantFrom(join(iso, iso), xml, irbis)
const format = fc.constantFrom('iso2709', 'marcxml', 'irbis-text', undefined)

async function survives(bytes: Uint8Array, name?: 'iso2709' | 'marcxml' | 'irbis-text') {
  for (const read of await readAll(bytes, name === undefined ? {} : { format: name })) {
    if ('record' in read) for (const dialect of ['marc21', 'unimarc', 'irbis'] as const) toIncoming({ ...read, dialect })
    else expect(read.problem.detail).not.toBe('')
  }
}

test('random bytes never throw', () =>
  fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), format, (bytes, name) => survives(bytes, name))))

test('random markup never throws', () => {
  const piece = fc.constantFrom(
    '<record>',
    '</record>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<datafield tag="245">',
    '<subfield code="a">',
    '</',
    '>',
    '&',
    '*****\n',
    '#200: ',
    '^A',
    '\x1d',
    '\x1e',
    '\x1f',
    '00100nam a2200037 i 4500',
    '245000500000',
    'х',
  )
  return fc.assert(fc.asyncProperty(fc.array(piece, { maxLength: 30 }), format, (parts, name) => survives(join(parts.join('')), name)))
})

test('truncated files never throw', () => fc.assert(fc.asyncProperty(file, fc.nat(2000), (bytes, at) => survives(bytes.subarray(0, at)))))

test('flipped bits never throw', () =>
  fc.assert(
    fc.asyncProperty(file, fc.array(fc.tuple(fc.nat(2000), fc.nat(7)), { maxLength: 12 }), (bytes, flips) => {
      const damaged = bytes.slice()
      for (const [at, bit] of flips) damaged[at % damaged.length] = (damaged[at % damaged.length] ?? 0) ^ (1 << bit)
      return survives(damaged)
    }),
  ))

test('a good record after any garbage is found', () =>
  fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (garbage) => {
      const all = await readAll(join(garbage, '\x1d', iso), { format: 'iso2709' })
      expect(titles(all).at(-1)).toBe('Абай жолы :')
    }),
  ))
