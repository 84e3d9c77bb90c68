import { expect, test } from 'vitest'
import { bookLeader, control, encode, field, iso, join, readAll, record, titled, titles } from './sample-records.ts'

const abai = iso(titled('Абай жолы'))
const koksherek = iso(titled('Көксерек', '2'))
const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes)
const bytesOf = (latin1: string) => encode(latin1, 'latin1')

test('records follow each other, with or without line ends and a byte order mark', async () => {
  const file = join('\ufeff', abai, '\r\n', koksherek, '\n\n', abai, '\x1a')
  expect(titles(await readAll(file))).toEqual(['Абай жолы', 'Көксерек', 'Абай жолы'])
})

test.each([1, 7, 65536])('the sender may cut the file anywhere: %i bytes at a time', async (size) => {
  const all = await readAll(join(abai, koksherek), {}, size)
  expect(titles(all)).toEqual(['Абай жолы', 'Көксерек'])
  expect(all.map(({ number }) => number)).toEqual([1, 2])
  expect(all[0]?.bytes).toEqual(abai)
})

test('a web stream is read like any other source', async () => {
  const { readRecords } = await import('../../worker/formats/read-records.ts')
  const body = new Response(abai as BodyInit).body
  const all = []
  if (body !== null) for await (const read of readRecords(body)) all.push(read)
  expect(titles(all)).toEqual(['Абай жолы'])
})

test('a wrong length in the leader is survived', async () => {
  const wrong = join(encode('09999', 'utf-8'), abai.subarray(5))
  expect(titles(await readAll(join(wrong, koksherek)))).toEqual(['Абай жолы', 'Көксерек'])
})

test('lengths counted in characters instead of bytes are survived', async () => {
  const source = record(bookLeader, field('245', '10', 'aАбай жолы'), field('260', '  ', 'bЖазушы', 'c1982'))
  const right = text(iso(source))
  const wrong = right.replace('245002200000', '245001400000').replace(/260(\d{4})00022/, '260001400014')
  expect(wrong).not.toBe(right)
  const [read] = await readAll(bytesOf(wrong))
  expect(read).toMatchObject({ record: { fields: source.fields } })
})

test('a leader that lost its first bytes is survived', async () => {
  expect(titles(await readAll(join(abai.subarray(3), koksherek)))).toEqual(['Абай жолы', 'Көксерек'])
})

test('a record without its terminator ends where the next leader begins', async () => {
  expect(titles(await readAll(join(abai.subarray(0, -1), koksherek)))).toEqual(['Абай жолы', 'Көксерек'])
})

test('the last record may lack its terminator', async () => {
  expect(titles(await readAll(join(abai, koksherek.subarray(0, -1))))).toEqual(['Абай жолы', 'Көксерек'])
})

test('a record cut short is reported and the ones before it are read', async () => {
  const all = await readAll(join(abai, iso(record(bookLeader, field('245', '10', 'aX'), field('500', '  ', 'aY'))).subarray(0, 55)))
  expect(titles(all)).toEqual(['Абай жолы', '!unreadable-record'])
})

test('garbage before a record is reported and does not swallow it', async () => {
  expect(titles(await readAll(join('an error page?', abai), { format: 'iso2709' }))).toEqual(['!not-a-record', 'Абай жолы'])
})

test('a record the size of a disk is dropped and the next is found', async () => {
  const flood = new Uint8Array(3_000_000).fill(0x41)
  const all = await readAll(join(abai, flood, '\x1d', koksherek), {}, 65536)
  expect(titles(all).at(0)).toBe('Абай жолы')
  expect(titles(all).at(-1)).toBe('Көксерек')
  expect(titles(all)).toContain('!record-too-long')
})

test('IRBIS writes fields without indicators', async () => {
  const irbis = record('00000nam  0000000   4500', field('920', '', 'x'), field('200', '', 'AЧук и Гек', 'FА. Гайдар'))
  const source = { ...irbis, fields: [control('920', 'PAZK'), ...irbis.fields.slice(1)] }
  const [read] = await readAll(iso(source, 'windows-1251', 0))
  expect(read).toMatchObject({ dialect: 'irbis', encoding: 'windows-1251' })
  expect(titles(read === undefined ? [] : [read])).toEqual(['Чук и Гек'])
})

test('245 is MARC 21 and 200 is UNIMARC', async () => {
  const unimarc = iso(record('00000nam0 2200000 i 450 ', field('200', '1 ', 'aУездное')))
  const all = await readAll(join(abai, unimarc))
  expect(all.map((read) => ('dialect' in read ? read.dialect : 'bad'))).toEqual(['marc21', 'unimarc'])
})

test('an empty file has no records', async () => {
  expect(await readAll('')).toEqual([])
  expect(await readAll('\n\n')).toEqual([])
})
