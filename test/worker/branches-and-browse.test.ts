import { beforeEach, describe, expect, it } from 'vitest'
import branchesHtml from '../../web/branches.html?raw'
import browseHtml from '../../web/browse.html?raw'
import { forgetLastKnown } from '../../worker/cache/last-known.ts'
import { sortHeadings } from '../../worker/jobs/sort-headings.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

const HOSTILE = `Абай</script><script>alert(1)</script><img src=x onerror=alert(2)>"'&`
/** No word begins with Ъ or Ь. */
const LETTERS = 40 + 26
let library: Library

const show = (shell: string) => {
  library.bindings.ASSETS = { fetch: async () => new Response(shell, { headers: { 'content-type': 'text/html' } }) }
}
const get = async (path: string) => {
  library.state.trips = 0
  const response = await library.call('GET', path)
  const html = await response.text()
  await library.settle()
  return { status: response.status, html }
}
const cut = () => {
  library.state.send = async () => new Response('no', { status: 502 })
}
const knownIn = (html: string) => JSON.parse(/<script type="application\/json" id="known">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

beforeEach(async () => {
  library = await openLibrary()
})

describe('the page of the branches', () => {
  beforeEach(async () => {
    show(branchesHtml)
    forgetLastKnown()
    await library.client.batch([
      "UPDATE branches SET address = 'Орталық көшесі, 1', phone = '+7 71036 0-00-00' WHERE id = 1",
      `INSERT INTO calendar_exceptions (branch_id, from_on, to_on, hours, reason, made_at) VALUES (2, '2026-11-24', '2026-11-26', '[]', 'Жөндеу', '')`,
    ])
  })

  it('says without a script where they are, when they are open, what differs, and the telephone', async () => {
    const { status, html } = await get('/branches?lang=ru')
    expect(status).toBe(200)
    expect(html).toContain('<html lang="ru">')
    expect(html).toContain('<title>Библиотеки — Бұлақ</title>')
    expect(html.match(/<meta name="description"/g)).toHaveLength(1)
    expect(html).toContain('<link rel="canonical" href="http://bulaq.test/branches">')
    expect(html.match(/data-branch-card=/g)).toHaveLength(2)
    expect(html.match(/data-opening="open"/g)).toHaveLength(2)
    expect(html).toContain('<th scope="row">Понедельник</th><td>10:00–19:00</td>')
    expect(html).toContain('Жөндеу')
    expect(html).toContain('Орталық көшесі, 1')
    expect(html).toContain('<a href="tel:+77103600000">+7 71036 0-00-00</a>')
    expect(html).not.toMatch(/noindex|JavaScript/)
    expect(library.state.trips).toBe(2)
  })

  it('says what was last known while the database is away', async () => {
    await get('/branches')
    cut()
    const { status, html } = await get('/branches')
    expect(status).toBe(200)
    expect(html).toContain('tel:+77103600000')
    expect(html).toContain('data-opening="open"')
  })

  it('says what to do when nothing is known', async () => {
    cut()
    const { status, html } = await get('/branches?lang=en')
    expect(status).toBe(503)
    expect(html).toContain('role="alert"')
    expect(html).toContain('content="noindex"')
  })
})

describe('browsing page by page', () => {
  const names = ['Әуезов, Мұхтар', 'Абай', HOSTILE, ...Array.from({ length: 70 }, (_, number) => `Құнанбайұлы ${100 + number}`)]
  beforeEach(async () => {
    show(browseHtml)
    await library.client.batch(
      [
        ...names.map((label, index) => ({
          sql: "INSERT INTO headings (id, kind, form, label) VALUES (?, 'author', 'person', ?)",
          args: [index + 1, label],
        })),
        'INSERT INTO record_headings SELECT 1, id, id FROM headings',
      ],
      'write',
    )
    await sortHeadings(library.client)
  })

  it('leads through the fields of knowledge without a script, and asks nothing of the database', async () => {
    const { status, html } = await get('/browse?lang=en')
    expect(status).toBe(200)
    expect(html).toContain('<title>Fields of knowledge — Bulaq</title>')
    expect(html).toContain('<a href="/search?class=fiction">')
    expect(html).toContain(`<a href="/search?q=shelfmark%3A63*">`)
    expect(html).toContain('href="/browse?by=authors"')
    expect(html).not.toMatch(/noindex|JavaScript/)
    expect(library.state.trips).toBe(0)
  })

  it('has every letter, the authors from the one that was chosen, and the next page', async () => {
    const { status, html } = await get(`/browse?by=authors&from=${encodeURIComponent('Ә')}`)
    expect(status).toBe(200)
    expect(html.match(/href="\/browse\?by=authors&amp;from=/g)).toHaveLength(LETTERS)
    expect(html.match(/data-heading=/g)).toHaveLength(60)
    expect(html).toContain('Әуезов, Мұхтар')
    expect(html).not.toContain('>Абай<')
    expect(library.state.trips).toBe(1)
    const [, next = ''] = /rel="next" href="([^"]*)"/.exec(html) ?? /href="([^"]*)" rel="next"/.exec(html) ?? []
    const { html: more } = await get(next.replaceAll('&amp;', '&'))
    expect(more.match(/data-heading=/g)).toHaveLength(11)
    expect(more).toContain('Құнанбайұлы 169')
    expect(more).not.toContain('rel="next"')
  })

  it('shows search engines the first page of a list, and leads them on from it', async () => {
    const { html } = await get('/browse?by=authors')
    expect(html).toContain('<link rel="canonical" href="http://bulaq.test/browse?by=authors">')
    expect(html).not.toContain('noindex')
    expect((await get('/browse?by=authors&from=z')).html).toContain('content="noindex"')
    const { html: pages } = await get('/sitemap/pages.xml')
    for (const path of ['/branches', '/browse', '/browse?by=authors', '/browse?by=subjects'])
      expect(pages).toContain(`<loc>http://bulaq.test${path}</loc>`)
  })

  it('lets no name out of its place', async () => {
    const { html } = await get(`/browse?by=authors&from=${encodeURIComponent(HOSTILE)}`)
    expect(html.match(/<script/g)).toHaveLength(2)
    const { html: all } = await get('/browse?by=authors')
    expect(all).not.toContain('<img src=x')
    expect(knownIn(all).answer.value.headings.map(({ label }: { label: string }) => label)).toContain(HOSTILE)
  })

  it.each(['after=nonsense', `from=${'x'.repeat(101)}`])('answers %s with words, not with a 500', async (query) => {
    const { status, html } = await get(`/browse?by=subjects&${query}`)
    expect(status).toBe(400)
    expect(html).toContain('role="alert"')
  })

  it('says what to do while the database is away', async () => {
    cut()
    const { status, html } = await get('/browse?by=authors')
    expect(status).toBe(503)
    expect(html).toContain('role="alert"')
  })
})
