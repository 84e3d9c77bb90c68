import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { MarcRecord } from '../../../worker/domain/catalogue/marc-record.ts'
import { importRecords } from '../../../worker/jobs/import-records.ts'
import { nameRecords } from '../../../worker/jobs/name-records.ts'
import { rebuildIndex } from '../../../worker/jobs/rebuild-index.ts'
import { bookLeader, control, field, iso, record } from '../../formats/sample-records.ts'
import { openInNode } from '../../support/in-node.ts'

const NOW = new Date('2026-11-23T05:00:00Z')
let minutes = 0
let library: Awaited<ReturnType<typeof openInNode>>
beforeEach(async () => {
  // What was answered is too old for the next question.
  library = await openInNode(() => new Date(NOW.getTime() + ++minutes * 60_000))
})
afterEach(() => library.close())

const take = (...records: MarcRecord[]) => takeFile(records, {})
const takeFile = (records: MarcRecord[], options: { ocr?: boolean }) => {
  const file = async function* () {
    yield* records.map((each) => iso(each))
  }
  return importRecords(library.client, file(), { ...options, fileName: 'file', defaultBranchId: 1, now: NOW })
}
let numbered = 0
const book = (author: string, title: string, language: string, ...more: MarcRecord['fields']) =>
  record(
    bookLeader,
    control('001', String(++numbered)),
    control('008', `070529s1989    |||     r     000 0 ${language} d`),
    field('100', '1 ', `a${author}`),
    field('245', '10', `a${title}`),
    ...more,
  )
const authority = (...fields: MarcRecord['fields']) => record('00000nz  a2200000n  4500', control('001', `a${++numbered}`), ...fields)
const titles = async (q: string) => (await library.find(q)).hits.map(({ title }) => title).toSorted()

describe('an authority record', () => {
  const twain = authority(field('100', '1 ', 'aТвен, Марк'), field('400', '1 ', 'aКлеменс, Сэмюэл'), field('400', '1 ', 'aTwain, Mark'))

  it('lets every book be found by every name, whichever came first', async () => {
    await take(book('Твен, Марк', 'Принц и нищий', 'rus'))
    expect(await titles('клеменс')).toEqual([])
    expect(await take(twain)).toMatchObject({ read: 1, added: 0, updated: 1, quarantined: 0 })
    await take(book('Клеменс, Сэмюэл', 'Жизнь на Миссисипи', 'rus'))
    for (const name of ['клеменс', 'Twain', 'Твен']) expect(await titles(name)).toEqual(['Жизнь на Миссисипи', 'Принц и нищий'])
    expect((await library.find('')).facets?.author).toEqual([{ value: 'Твен, Марк', count: 2 }])
  })

  it('changes nothing when it comes again', async () => {
    await take(twain)
    expect(await take(twain)).toMatchObject({ read: 1, added: 0, updated: 0, unchanged: 1 })
  })

  it('gives a subject its other words', async () => {
    await take(book('Ахметов, Ә.', 'Туған жер', 'kaz', field('650', ' 7', 'aӨлкетану', 'yХХ ғ.')))
    await take(authority(field('150', '  ', 'aӨлкетану'), field('450', '  ', 'aКраеведение')))
    expect(await titles('краеведение')).toEqual(['Туған жер'])
  })
})

describe('a translation and its original', () => {
  const kazakh = () => book('Әуезов, Мұхтар', 'Абай жолы', 'kaz')
  const russian = () => book('Ауэзов, Мухтар', 'Путь Абая', 'rus', field('765', '0 ', 'aӘуезов, Мұхтар', 'tАбай жолы'))

  it.each([
    ['the original', kazakh, russian],
    ['the translation', russian, kazakh],
  ])('find each other when %s came first', async (_, first, second) => {
    await take(first())
    await take(second())
    for (const q of ['абай жолы', 'путь абая']) expect(await titles(q)).toEqual(['Абай жолы', 'Путь Абая'])
    const [hit] = (await library.find('абай жолы')).hits
    expect(await library.get(`/api/records/${hit?.id}`)).toMatchObject({
      otherEditions: [{ title: 'Путь Абая', language: 'rus', year: 1989 }],
    })
  })

  it('find each other still when the index is built anew', async () => {
    await take(kazakh(), russian())
    await rebuildIndex(library.client, NOW)
    expect(await titles('путь абая')).toEqual(['Абай жолы', 'Путь Абая'])
  })
})

describe('a library from before there were headings', () => {
  it('gets them with its index', async () => {
    await take(book('Әуезов, Мұхтар', 'Абай жолы', 'kaz'), book('Auezov, Mukhtar', 'Selected stories', 'eng'))
    await library.client.executeMultiple(
      'DELETE FROM headings; DELETE FROM heading_names; DELETE FROM record_headings; DELETE FROM work_titles;',
    )
    await nameRecords(library.client)
    await rebuildIndex(library.client, NOW)
    expect((await library.find('')).facets?.author).toEqual([{ value: 'Әуезов, Мұхтар', count: 2 }])
  })
})

describe('a scanned record', () => {
  const scanned = () => book('Əуезов, Мұхтар', 'Мөктеп к,аласы', 'kaz')

  it('is found by what it probably says when the import was told that it was scanned', async () => {
    await takeFile([scanned()], { ocr: true })
    for (const q of ['мектеп қаласы', 'мөктеп', 'әуезов']) expect(await titles(q)).toEqual(['Мөктеп к,аласы'])
  })
})
