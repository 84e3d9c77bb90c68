import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { encode, readAll, titles } from './sample-records.ts'

const chuk = '#920: PAZK\r\n#200: ^AЧук и Гек^Fрассказ\r\n^VТ. 1\r\n#910: ^A0^B123\r\n*****\r\n'
const abai = '#200: ^AАбай жолы\r\n*****\r\n'

test.each([1, 11, 65536])('records end with asterisks: %i bytes at a time', async (size) => {
  expect(titles(await readAll(chuk + abai, {}, size))).toEqual(['Чук и Гек', 'Абай жолы'])
})

test('a line that begins no field continues the one before it', async () => {
  const [read] = await readAll(chuk)
  const subfields = read !== undefined && 'record' in read ? read.record.fields[1]?.subfields : []
  expect(subfields?.map(({ code }) => code)).toEqual(['A', 'F', 'V'])
})

test('windows-1251 is told by its letters', async () => {
  const all = await readAll(encode(chuk, 'windows-1251'))
  expect(all[0]).toMatchObject({ encoding: 'windows-1251', dialect: 'irbis' })
  expect(titles(all)).toEqual(['Чук и Гек'])
})

test('what is no record is reported in its place', async () => {
  expect(titles(await readAll(`${chuk}rubbish\n*****\n${abai}`))).toEqual(['Чук и Гек', '!unreadable-record', 'Абай жолы'])
})

test('the last record may lack its asterisks', async () => {
  expect(titles(await readAll(`${chuk}#200: ^AАбай жолы`))).toEqual(['Чук и Гек', 'Абай жолы'])
})

test('a real export is read', async () => {
  const all = await readAll(readFileSync(new URL('../fixtures/records/irbis.txt', import.meta.url)))
  expect(titles(all).slice(0, 2)).toEqual(['Странные люди', 'Передовые охотники'])
})
