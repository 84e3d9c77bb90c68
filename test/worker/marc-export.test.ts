import { ISO2709, MARCXML } from '@natlibfi/marc-record-serializers'
import { beforeEach, describe, expect, it } from 'vitest'
import type { MarcField, MarcRecord } from '../../worker/domain/catalogue/marc-record.ts'
import { readRecords } from '../../worker/formats/read-records.ts'
import { writeIso2709 } from '../../worker/formats/write-iso2709.ts'
import irbisText from '../fixtures/records/irbis.txt?raw'
import { rusmarcFile } from '../fixtures/records/rusmarc.ts'
import locXml from '../fixtures/records/sru-loc.xml?raw'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library

beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('saule')
})

async function takeIn(file: Uint8Array): Promise<number[]> {
  const before = await ids()
  await (await library.send('POST', '/api/imports?name=file', file)).text()
  return (await ids()).filter((id) => !before.includes(id))
}

const ids = async () => (await library.client.execute('SELECT id FROM records ORDER BY id')).rows.map(({ id }) => Number(id))

async function exported(id: number, as: 'marc' | 'marcxml'): Promise<Uint8Array> {
  library.state.trips = 0
  const response = await library.call('GET', `/api/records/${id}/export?as=${as}`)
  expect([response.status, library.state.trips]).toEqual([200, 1])
  return new Uint8Array(await response.arrayBuffer())
}

async function recordsIn(file: Uint8Array): Promise<MarcRecord[]> {
  const records: MarcRecord[] = []
  for await (const read of readRecords(new Blob([file as Uint8Array<ArrayBuffer>]).stream()))
    if ('record' in read) records.push(read.record)
  return records
}

/** As another program sees a record; what has no length of its own in the leader. */
async function seenByOracle(file: Uint8Array, as: 'marc' | 'marcxml'): Promise<MarcField[]> {
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(file)
  if (as === 'marcxml') return (await MARCXML.from(/<record>.*<\/record>/s.exec(text)?.[0] ?? '')).fields as MarcField[]
  return ISO2709.from(text).fields as MarcField[]
}

/** Russian letters as Windows has them; the directory, counted in UTF-8, is wrong then, as often in such files. */
const inWindows1251 = (text: string) =>
  Uint8Array.from([...text].map((letter) => (/[А-я]/.test(letter) ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0))))

const told = ({ fields }: MarcRecord) =>
  fields.map(({ tag, ind1, ind2, subfields, value }) => (value === undefined ? { tag, ind1, ind2, subfields } : { tag, value }))

describe('a record taken away as MARC', () => {
  it.each(['marc', 'marcxml'] as const)('is the record that came in as MARCXML, field by field: %s', async (as) => {
    const file = new TextEncoder().encode(locXml)
    const originals = (await recordsIn(file)).map(told)
    const added = await takeIn(file)
    expect(added.length).toBeGreaterThan(0)
    for (const id of added) expect(originals).toContainEqual(await seenByOracle(await exported(id, as), as))
  })

  it.each(['marc', 'marcxml'] as const)('is the RUSMARC that came in KOI8-R, in UTF-8, and says that it is Unicode: %s', async (as) => {
    const originals = (await recordsIn(rusmarcFile())).map(told)
    const [first, ...rest] = await takeIn(rusmarcFile())
    expect(rest.length).toBe(1)
    const fields = await seenByOracle(await exported(first ?? 0, as), as)
    const general = (each: MarcField[]) => each.find(({ tag }) => tag === '100')?.subfields?.[0]?.value ?? ''
    const rested = (each: MarcField[]) => each.filter(({ tag }) => tag !== '100')
    expect(originals.map((each) => rested(each as MarcField[]))).toContainEqual(rested(fields))
    expect(general(fields).slice(26, 30)).toMatch(/^(50 {2})?$/)
    const [sent] = await recordsIn(await exported(first ?? 0, as))
    expect(sent?.leader[9]).toBe(' ')
    expect(JSON.stringify(fields)).toContain('Ледяной дом')
  })

  it('says in its leader that it is Unicode where it is MARC 21, whatever it came in', async () => {
    const [id] = await takeIn(new TextEncoder().encode(locXml.replaceAll(/(<leader>.{9})a/g, '$1 ')))
    const [sent] = await recordsIn(await exported(id ?? 0, 'marc'))
    expect(sent?.leader[9]).toBe('a')
  })

  it('is the RUSMARC that says it is in windows-1251, and again the same when it comes back', async () => {
    const [record] = await recordsIn(rusmarcFile())
    const claimed = `20260101d1835    u  y0rusy0189    ca`
    const fields = (record?.fields ?? []).filter(({ tag }) => tag !== '100' && tag !== '899')
    const general: MarcField = { tag: '100', ind1: ' ', ind2: ' ', subfields: [{ code: 'a', value: claimed }] }
    const text = new TextDecoder().decode(writeIso2709({ leader: record?.leader ?? '', fields: [general, ...fields] }))
    const [id] = await takeIn(inWindows1251(text))
    const sent = await exported(id ?? 0, 'marc')
    const [out] = await recordsIn(sent)
    expect(out?.fields.filter(({ tag }) => tag !== '100')).toEqual(fields)
    expect(out?.fields.find(({ tag }) => tag === '100')?.subfields[0]?.value).toBe(`${claimed.slice(0, 26)}50  ${claimed.slice(30)}`)
    const kept = await library.client.execute({ sql: 'SELECT bytes FROM record_originals WHERE record_id = ?', args: [id ?? 0] })
    expect(new Uint8Array(kept.rows[0]?.bytes as ArrayBuffer)).toEqual(inWindows1251(text))
    expect(await takeIn(sent)).toEqual([])
  })

  it('comes in again and changes nothing', async () => {
    const [id] = await takeIn(new TextEncoder().encode(locXml))
    const sent = await exported(id ?? 0, 'marc')
    expect(await takeIn(sent)).toEqual([])
    const [again] = await recordsIn(await exported(id ?? 0, 'marc'))
    expect(again?.fields).toEqual((await recordsIn(sent))[0]?.fields)
  })

  it('is converted where the original was not MARC', async () => {
    const [id] = await takeIn(new TextEncoder().encode(irbisText))
    const [record] = await recordsIn(await exported(id ?? 0, 'marc'))
    expect(record?.fields.find(({ tag }) => tag === '003')?.value).toBe('Bulaq')
    expect(record?.fields.some(({ tag }) => tag === '245')).toBe(true)
  })

  it('is converted where the original cannot be read any more', async () => {
    const [id] = await takeIn(new TextEncoder().encode(locXml))
    await library.client.execute("UPDATE record_originals SET bytes = X'3C78'")
    const [record] = await recordsIn(await exported(id ?? 0, 'marcxml'))
    expect(record?.fields.find(({ tag }) => tag === '003')?.value).toBe('Bulaq')
    expect(writeIso2709(record ?? { leader: '', fields: [] }).length).toBeGreaterThan(100)
  })
})
