import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { toIncoming } from '../../worker/domain/catalogue/describe.ts'
import { encode, readAll, titles } from './sample-records.ts'

const one = (title: string, prefix = '') =>
  `<${prefix}record><${prefix}leader>00000nam a2200000 i 4500</${prefix}leader><${prefix}controlfield tag="001">1</${prefix}controlfield><${prefix}datafield tag="245" ind1="1" ind2="0"><${prefix}subfield code="a">${title}</${prefix}subfield></${prefix}datafield></${prefix}record>`

test('a collection, its prefix and its nesting do not matter', async () => {
  const xml = `<?xml version="1.0"?><collection><collection>${one('Абай')}</collection>\n${one('B', 'marc:')}</collection>`
  expect(titles(await readAll(xml))).toEqual(['Абай', 'B'])
})

test.each([1, 13, 65536])('cut anywhere: %i bytes at a time', async (size) => {
  expect(titles(await readAll(`<collection>${one('Абай')} ${one('B', 'm:')}</collection>`, {}, size))).toEqual(['Абай', 'B'])
})

test('records lie in SRU and OAI envelopes of the same name', async () => {
  const oai = `<OAI-PMH><record><header status="deleted"/></record><record><header/><metadata>${one('Абай', 'marc:')}</metadata></record></OAI-PMH>`
  expect(titles(await readAll(oai))).toEqual(['Абай'])
})

test('a file that is not well formed yields its good records', async () => {
  const xml = `<collection>${one('A')}<record><leader>x</leader>${one('B')}${one('C & <D')}<oops>${one('E')}`
  expect(titles(await readAll(xml))).toEqual(['A', '!record-not-closed', 'B', '!unreadable-record', 'E'])
})

test('entities of a document type are never expanded', async () => {
  const xml = `<!DOCTYPE c [<!ENTITY bomb "boom"><!ENTITY f SYSTEM "file:///etc/passwd">]><collection>${one('&bomb; &f; &amp; &#x410;')}</collection>`
  expect(titles(await readAll(xml))).toEqual(['&bomb; &f; & А'])
})

test('a commented record is not a record', async () => {
  expect(titles(await readAll(`<collection><!-- ${one('A')} -->${one('B')}</collection>`))).toEqual(['B'])
})

test('the declared encoding is believed', async () => {
  const xml = `<?xml version="1.0" encoding="windows-1251"?><collection>${one('Абай')}</collection>`
  expect(titles(await readAll(encode(xml, 'windows-1251')))).toEqual(['Абай'])
})

test('UTF-16 is told by its byte order mark', async () => {
  const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><collection>${one('Абай')}</collection>`
  const bytes = new Uint8Array(xml.length * 2)
  for (let i = 0; i < xml.length; i++) new DataView(bytes.buffer).setUint16(i * 2, xml.charCodeAt(i), true)
  expect(titles(await readAll(bytes))).toEqual(['Абай'])
})

test('real answers of libraries are read', async () => {
  const of = (name: string) => readFileSync(new URL(`../fixtures/records/${name}`, import.meta.url))
  const [loc] = await readAll(of('sru-loc.xml'))
  const [alma] = await readAll(of('alma-invalid.xml'))
  const described = [loc, alma].map((read) => (read !== undefined && 'record' in read ? toIncoming(read) : undefined))
  expect(described).toMatchObject([
    { description: { title: 'Relativity', author: 'Einstein, Albert' } },
    { description: { title: 'The physics and chemistry of color', author: 'Nassau, Kurt' } },
  ])
})
