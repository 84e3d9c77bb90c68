import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const PROJECT = new URL('../../', import.meta.url)
const text = readFileSync(new URL('docs/security.md', PROJECT), 'utf8')
const named = [...text.matchAll(/`(test\/[\w/.-]+\.test\.ts)`\s+«([^»]+)»/g)].map(([, file = '', title = '']) => ({ file, title }))

describe('docs/security.md', () => {
  it('names tests that exist, by file and title', () => {
    const lost = named.filter(({ file, title }) => {
      const path = new URL(file, PROJECT)
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(`('${title}'`)
    })
    expect(lost).toEqual([])
    expect(named.length).toBeGreaterThan(50)
  })

  it('answers each of its requirements with a test, a place to read, a reason or an honest no', () => {
    const rows = text.split('\n').filter((line) => /^\| \d/.test(line))
    const unanswered = rows.filter((row) => !/`test\/|\| read \||does not apply|\*\*not met\*\*/.test(row))
    expect(unanswered).toEqual([])
    for (let chapter = 1; chapter <= 14; chapter += 1) expect(rows.some((row) => row.startsWith(`| ${chapter}.`))).toBe(true)
  })
})
