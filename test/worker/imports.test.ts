import { beforeEach, describe, expect, it } from 'vitest'
import { rusmarcFile } from '../fixtures/records/rusmarc.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
})

const upload = async (bytes: Uint8Array, query = 'name=books.mrc') => {
  const response = await library.send('POST', `/api/imports?${query}`, bytes)
  const lines = (await response.text()).trim().split('\n')
  return { status: response.status, lines: lines.map((line) => JSON.parse(line)) }
}

describe('importing through the desk', () => {
  it('streams the progress and ends with the summary', async () => {
    await library.signIn('saule')
    const { status, lines } = await upload(rusmarcFile())
    expect(status).toBe(200)
    expect(lines[0]).toMatchObject({ progress: { read: 2 } })
    expect(lines.at(-1)).toEqual({ summary: { file: 'books.mrc', read: 2, added: 2, updated: 0, unchanged: 0, quarantined: 0 } })
  })

  it('lets the new book be found by the next request', async () => {
    const find = async () => (await library.call('GET', '/api/catalogue?q=юрий милославский')).json()
    expect(await find()).toMatchObject({ total: 0 })
    await library.settle()
    await library.signIn('saule')
    await upload(rusmarcFile())
    library.state.now = new Date(library.state.now.getTime() + 1000)
    expect(await find()).toMatchObject({ total: 1, hits: [{ title: 'Юрий Милославский', copies: { total: 1, available: 1 } }] })
  })

  it('takes what the flags say when detection would say otherwise', async () => {
    await library.signIn('saule')
    await upload(rusmarcFile(), 'encoding=windows-1251')
    const [row] = (await library.client.execute("SELECT title FROM records WHERE identity LIKE '%0001'")).rows
    expect(row?.title).not.toBe('Ледяной дом')
  })

  it('is for those who may: 401 without a session, 403 for a librarian', async () => {
    expect((await upload(rusmarcFile())).status).toBe(401)
    await library.signIn('aigerim')
    expect((await upload(rusmarcFile())).status).toBe(403)
  })

  it.each(['encoding=klingon', 'format=pdf', 'branch=x'])('answers 400 to %s', async (query) => {
    await library.signIn('saule')
    expect((await upload(rusmarcFile(), query)).status).toBe(400)
  })
})
