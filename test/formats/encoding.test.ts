import { describe, expect, test } from 'vitest'
import { decode, type Encoding, encodingNamed } from '../../worker/formats/encoding.ts'
import { bookLeader, control, encode, field, iso, join, readAll, record, titles } from './sample-records.ts'

const russian = record(
  '00000nam0 2200000 i 450 ',
  control('001', 'RU1'),
  field('200', '1 ', 'aЛюди с чистой совестью', 'eвоспоминания', 'fП. Вершигора ; художник И. И. Пчелко'),
  field('210', '  ', 'aМосква', 'cПравда', 'd1989'),
  field('606', ' 1', 'aПартизанское движение в Великой Отечественной войне'),
)
const kazakh = record(
  bookLeader,
  control('001', 'KZ1'),
  field('245', '10', 'aҚара сөздер :', 'bәңгімелер мен өлеңдер /', 'cАбай Құнанбайұлы'),
  field('500', '  ', 'aКітап қазақ тілінде шығарылған, үшінші басылым'),
)

describe('an alphabet is told by its letters', () => {
  test.each<Encoding>(['utf-8', 'windows-1251', 'koi8-r', 'cp866'])('Russian in %s', async (encoding) => {
    const all = await readAll(join(iso(russian, encoding), iso(russian, encoding)))
    expect(titles(all)).toEqual(['Люди с чистой совестью', 'Люди с чистой совестью'])
    expect(all[0]).toMatchObject({ encoding })
  })

  test.each<Encoding>(['utf-8', 'kz-1048', 'pt154'])('Kazakh in %s', async (encoding) => {
    const all = await readAll(iso(kazakh, encoding))
    expect(titles(all)).toEqual(['Қара сөздер :'])
    expect(all[0]).toMatchObject({ encoding })
  })

  test('a record with few foreign letters is read as its neighbours are', async () => {
    const short = record('00000nam0 2200000 i 450 ', field('200', '1 ', 'aЮла'))
    const many = Array.from({ length: 5 }, () => iso(russian, 'cp866'))
    expect(titles(await readAll(join(iso(short, 'cp866'), ...many)))[0]).toBe('Юла')
  })

  test('records of one file may differ', async () => {
    const all = await readAll(join(iso(russian, 'koi8-r'), iso(russian, 'utf-8'), iso(russian, 'windows-1251')))
    expect(new Set(titles(all))).toEqual(new Set(['Люди с чистой совестью']))
  })

  test('a person who knows better is believed', async () => {
    const [read] = await readAll(iso(russian, 'koi8-r'), { encoding: 'latin1', dialect: 'marc21' })
    expect(read).toMatchObject({ encoding: 'latin1', dialect: 'marc21' })
  })
})

test('UTF-8 encoded twice is undone', () => {
  expect(decode(encode('MureÅ\u009fene', 'utf-8'), 'utf-8')).toBe('Mureşene')
  expect(decode(encode('Español «Fuß»', 'utf-8'), 'utf-8')).toBe('Español «Fuß»')
})

describe('MARC-8', () => {
  const marc8 = (...codes: (number | string)[]) =>
    decode(Uint8Array.from(codes.flatMap((code) => (typeof code === 'string' ? [...code].map((c) => c.charCodeAt(0)) : [code]))), 'marc-8')

  test('marks before letters become composed letters', () => {
    expect(marc8('Qu', 0xe2, 'ebec')).toBe('Québec')
    expect(marc8(0xf2, 0xe3, 'a')).toBe('ậ')
    expect(marc8(0xb1, 0xc5)).toBe('ł¿')
  })
  test('ligatures stay whole', () => expect(marc8(0xeb, 'i', 0xec, 'a')).toBe('i︠a︡'))
  test('basic and extended Cyrillic', () => {
    expect(marc8(0x1b, '(N', 'ABWG')).toBe('абвг')
    expect(marc8(0x1b, '(N', 'mOSKWA', 0x1b, '(B', ' 1980')).toBe('Москва 1980')
    expect(marc8(0x1b, '(N', 'm', 0x1b, ')Q', 0xc6)).toBe('Мі')
  })
  test('Greek, Hebrew, Arabic', () => {
    expect(marc8(0x1b, '(S', 'ad')).toBe('αγ')
    expect(marc8(0x1b, '(2', '`a')).toBe('אב')
    expect(marc8(0x1b, '(3', 'GH')).toBe('اب')
  })
  test('superscripts and subscripts', () => expect(marc8('H', 0x1b, 'b2', 0x1b, 's', 'O', 0x1b, 'p3', 0x1b, 's')).toBe('H₂O³'))
  test('East Asian characters leave one sign each', () => expect(marc8(0x1b, '$1', '!0!!0"', 0x1b, '(B', 'x')).toBe('〓〓x'))
  test('a subfield starts in Latin again', () => expect(marc8(0x1b, '(N', 'mOSKWA', 0x1f, 'bABC')).toBe('Москва\x1fbABC'))
  test('a MARC 21 record in MARC-8 is found out', async () => {
    const source = iso(record('00000nam  2200000 a 4500', field('245', '10', 'aPoxesies de Quxebec')))
    const bytes = source.map((byte) => (byte === 0x78 ? 0xe2 : byte))
    const [read] = await readAll(bytes)
    expect(read).toMatchObject({ encoding: 'marc-8' })
    expect(titles(read === undefined ? [] : [read])).toEqual(['Poésies de Québec'])
  })
})

test('names of encodings are known by their nicknames', () => {
  expect(['UTF8', 'cp1251', 'KOI8-R', 'ibm866', 'PTCP154', 'ISO-8859-1', 'klingon'].map(encodingNamed)).toEqual([
    'utf-8',
    'windows-1251',
    'koi8-r',
    'cp866',
    'pt154',
    'latin1',
    undefined,
  ])
})
