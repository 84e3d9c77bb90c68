import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCoreList, SHIPPED_FILES } from '../../../db/seed/shipped-records.ts'
import { coreWorks } from '../../../db/seed/works.ts'

const folder = new URL('../../../db/seed/data/', import.meta.url)
const sources = readFileSync(new URL('SOURCES.md', folder), 'utf8')
const listed = sources
  .split('\n')
  .filter((line) => /^\| [\w.-]+\.(tsv|txt|gz) /.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))

describe('the data of the demonstration library', () => {
  it('lists every file with its source and licence, and no other', () => {
    const files = readdirSync(folder).filter((name) => name !== 'SOURCES.md')
    expect(listed.map(([, file]) => file).sort()).toEqual(files.sort())
    expect([...SHIPPED_FILES, 'kazakh-core.tsv'].sort()).toEqual(files.sort())
  })

  it('ships nothing but what may be shipped', () => {
    for (const [, , , , licence] of listed) expect(licence).toMatch(/^(CC0-1\.0|MIT\b|facts, free \(CC0-1\.0\))/)
  })
})

describe('the core list', () => {
  it('becomes records that keep their line, note and classes', async () => {
    const tsv = await readCoreList()
    const works = coreWorks(tsv)
    expect(works).toHaveLength(575)
    const nomads = works.find(({ incoming }) => incoming.description.title === 'Көшпенділер')
    expect(nomads?.incoming).toMatchObject({
      agency: 'bulaq-core',
      controlNumber: '0122',
      description: { author: 'Есенберлин, Ілияс', language: 'kaz', classes: [{ scheme: 'bbk', value: '84(5Қаз)' }, { scheme: 'udc' }] },
    })
    expect(nomads?.incoming.description.notes[0]).toContain('«Кочевники»')
    expect(tsv).toContain(new TextDecoder().decode(nomads?.bytes))
  })

  it('refuses a list with other columns', () => {
    expect(() => coreWorks('title\tauthor\n')).toThrow()
  })
})
