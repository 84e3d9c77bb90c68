import { beforeEach, describe, expect, it } from 'vitest'
import recordHtml from '../../web/record.html?raw'
import { takeIn } from '../../worker/jobs/take-in.ts'
import { arriving } from '../support/books.ts'
import { type Library, MONDAY_MORNING, openLibrary } from '../support/in-workerd.ts'

const HOSTILE = `</script><script>alert(1)</script><img src=x onerror=alert(2)>"'&`
let library: Library

beforeEach(async () => {
  library = await openLibrary()
  library.bindings.ASSETS = { fetch: async () => new Response(recordHtml, { headers: { 'content-type': 'text/html' } }) }
  const description = JSON.stringify({
    title: 'Абай жолы',
    author: 'Әуезов, Мұхтар',
    language: 'kaz',
    isbns: ['9786010000001'],
    year: 1942,
  })
  await library.client.batch([{ sql: 'UPDATE records SET description = ? WHERE id = 1', args: [description] }], 'write')
})

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await library.call('GET', path, undefined, headers)
  return { response, status: response.status, html: await response.text() }
}

const jsonLd = (html: string) => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')

describe('the page of a record', () => {
  it('says everything without a script: title, description, copies; one trip', async () => {
    const { status, html } = await get('/record/1-abai-zholy')
    expect(status).toBe(200)
    expect(library.state.trips).toBe(1)
    expect(html).toContain('<title>Абай жолы — Бұлақ</title>')
    expect(html).toMatch(/<meta name="description" content="Әуезов, Мұхтар\. Абай жолы \/ Мұхтар Әуезов\. – 1942\./)
    expect(html).toContain('<link rel="canonical" href="http://bulaq.test/record/1-abai-zholy">')
    expect(html).toContain('<meta property="og:title" content="Абай жолы — Бұлақ">')
    expect(html).toMatch(/<h1[^>]*>Абай жолы<\/h1>/)
    expect(html).toContain('data-branch="2"')
  })

  it('does not say that the line is gone to readers to whom no script can say that it is back', async () => {
    expect((await get('/record/1')).html).not.toContain('data-offline')
  })

  it('comes with the policy of the static page, which knows the styles within', async () => {
    const policy = "default-src 'none'; style-src 'self' 'sha256-abc='"
    library.bindings.ASSETS = { fetch: async () => new Response(recordHtml, { headers: { 'content-security-policy': policy } }) }
    expect((await get('/record/1')).response.headers.get('content-security-policy')).toBe(policy)
  })

  it('tells machines which book it is, and where it can be borrowed', async () => {
    const { html } = await get('/record/1')
    expect(jsonLd(html)).toMatchObject({
      '@type': 'Book',
      name: 'Абай жолы',
      isbn: ['9786010000001'],
      inLanguage: 'kk',
      offers: [
        { availability: 'https://schema.org/InStock', availableAtOrFrom: { '@type': 'Library', name: 'Орталық' } },
        { availability: 'https://schema.org/InStock', availableAtOrFrom: { name: '№ 1 филиал' } },
      ],
    })
    await library.signIn('aigerim')
    const lent = await library.call(
      'POST',
      '/api/loans',
      { reader: 'R1', copy: 'C1', branch: 1 },
      { 'Idempotency-Key': crypto.randomUUID() },
    )
    expect(lent.status).toBe(201)
    expect(jsonLd((await get('/record/1')).html).offers[0].availability).toBe('https://schema.org/OutOfStock')
  })

  it('speaks the language the address or the cookie names', async () => {
    expect((await get('/record/1?lang=ru')).html).toContain(`<html lang="ru">`)
    const { response } = await get('/record/1?lang=ru')
    expect(response.headers.get('set-cookie')).toContain('bulaq-language=ru')
    expect((await get('/record/1', { cookie: 'bulaq-language=en' })).html).toContain('<html lang="en">')
    expect((await get('/record/1?lang=xx')).html).toContain('<html lang="kk">')
  })

  it('lets no title out of its place: not in the head, not in the body, not in a script', async () => {
    const description = JSON.stringify({ title: HOSTILE, author: HOSTILE, notes: [HOSTILE], abstract: HOSTILE, subjects: [HOSTILE] })
    await library.client.execute({
      sql: 'UPDATE records SET title = ?1, author = ?1, description = ?2 WHERE id = 1',
      args: [HOSTILE, description],
    })
    const { html } = await get('/record/1')
    expect(html.match(/<script/g)?.length).toBe(3)
    expect(html).not.toMatch(/<img src=x/)
    expect(jsonLd(html).name).toBe(HOSTILE)
    const known = /<script type="application\/json" id="known">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
    expect(JSON.parse(known).value.title).toBe(HOSTILE)
  })

  it.each([
    '/record/99999',
    '/record/%E0%A4%A',
    '/record/%FF',
    '/record/abc',
    '/record/-1',
    '/record/1e9',
    '/record/99999999999999999999',
    '/record/%00',
    '/record/0',
  ])('is a helpful 404 at %s, not to be found by search engines', async (path) => {
    const { status, html } = await get(path)
    expect(status).toBe(404)
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toContain('action="/search"')
    expect(html).not.toContain('application/ld+json')
  })

  it('says that the catalogue is away when the database is', async () => {
    library.state.send = async () => new Response('no', { status: 502 })
    const { status, html } = await get('/record/1')
    expect(status).toBe(503)
    expect(html).toContain('role="alert"')
  })
})

describe('an address at which nothing is', () => {
  const asPerson = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

  it.each(['/nothing', '/catalogue/9', '/%00', '/%E0%A4%A', '/search/more', '/sitemap'])(
    '%s is a page in the reader’s language with a search box',
    async (path) => {
      const { status, html, response } = await get(`${path}?lang=kk`, asPerson)
      expect(status).toBe(404)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(html).toContain('Мұндай бет жоқ')
      expect(html).toContain('action="/search"')
      expect(html).toContain('<a href="/">')
      expect(html).toContain('<meta name="robots" content="noindex">')
      expect((await get(path, { ...asPerson, cookie: 'bulaq-language=en' })).html).toContain('There is no such page')
      expect(library.state.trips).toBe(0)
    },
  )

  it('is the slug for a program, and below /api for everybody', async () => {
    for (const [path, accept] of [
      ['/nothing', 'application/json'],
      ['/nothing', '*/*'],
      ['/api/nothing', asPerson.accept],
    ] as const) {
      const { status, html } = await get(path, { accept })
      expect([status, JSON.parse(html).refused]).toEqual([404, 'not-found'])
    }
    const { status, html } = await get('/nothing')
    expect([status, JSON.parse(html).refused]).toEqual([404, 'not-found'])
  })
})

describe('what is taken away', () => {
  it.each([
    ['gost', 'text/plain; charset=utf-8', 'bulaq-1.txt', 'Әуезов, Мұхтар. Абай жолы'],
    ['bibtex', 'application/x-bibtex; charset=utf-8', 'bulaq-1.bib', '@book{bulaq1,'],
    ['ris', 'application/x-research-info-systems; charset=utf-8', 'bulaq-1.ris', 'TI  - Абай жолы'],
    ['marc', 'application/marc', 'bulaq-1.mrc', 'Абай жолы'],
    ['marcxml', 'application/marcxml+xml; charset=utf-8', 'bulaq-1.xml', '<subfield code="a">Абай жолы</subfield>'],
  ])('is %s with its type and file name', async (as, type, file, words) => {
    const { response, html } = await get(`/api/records/1/export?as=${as}`)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${file}"`)
    expect(html).toContain(words)
    expect(library.state.trips).toBe(1)
  })

  it('refuses what it does not know', async () => {
    expect((await get('/api/records/1/export?as=exe')).status).toBe(400)
    expect((await get('/api/records/1/export')).status).toBe(400)
    expect((await get('/api/records/777/export?as=ris')).status).toBe(404)
    expect((await get('/api/records/abc/export?as=ris')).status).toBe(404)
    expect((await get('/api/records/abc/qr')).status).toBe(404)
    expect((await get('/api/records/1/similar?subject=%22%20OR%20*')).status).toBe(200)
    expect((await get('/api/records/1/similar')).html).toBe('{"similar":[]}')
    expect((await get(`/api/records/1/similar?${'subject=x&'.repeat(50)}`)).status).toBe(400)
  })

  it('shows the address as a QR code, without asking the database', async () => {
    const { response, html } = await get('/api/records/1/qr')
    expect(response.headers.get('content-type')).toBe('image/svg+xml')
    expect(html).toMatch(/^<svg /)
    expect(library.state.trips).toBe(0)
  })
})

describe('a search as a page', () => {
  it('is drawn with what was asked; one that finds nothing is hidden from search engines', async () => {
    const { status, html } = await get('/search?q=qqqqzzzz&lang=en')
    expect(status).toBe(200)
    expect(html).toContain('<meta name="robots" content="noindex">')
    expect(html).toMatch(/value="qqqqzzzz"/)
    expect(html).toContain('action="/search"')
  })

  it('by words alone has a permanent address for search engines; its filters, orders and further pages are not for them', async () => {
    await takeIn(library.client, arriving([{ title: 'Абай жолы', author: 'Әуезов, Мұхтар', language: 'kaz' }]), {
      now: MONDAY_MORNING,
      defaultBranchId: 1,
    })
    const { html } = await get('/search?q=%D0%B0%D0%B1%D0%B0%D0%B9&lang=en')
    expect(html).toContain('<link rel="canonical" href="http://bulaq.test/search?q=%D0%B0%D0%B1%D0%B0%D0%B9">')
    expect(html).toMatch(/<meta name="description" content="Titles found for “абай” in the libraries of Balkhash: [1-9]/)
    expect(html).not.toContain('noindex')
    for (const more of ['&available=1', '&sort=year', '&branch=1', '&language=kaz', '&exact=1'])
      expect((await get(`/search?q=%D0%B0%D0%B1%D0%B0%D0%B9${more}`)).html, more).toContain('content="noindex"')
    const { html: robots } = await get('/robots.txt')
    expect(robots).toContain('Disallow: /search?*branch=')
    expect(robots).toContain('Disallow: /search?*cursor=')
    expect(robots).not.toMatch(/Disallow: \/search(\?\*q=)?\n/)
  })

  it.each(['branch=abc', 'q=abai&cursor=zzz', 'language=x&language=y', `q=${'x'.repeat(900)}`])(
    'answers %s with words, not with a 500',
    async (query) => {
      const { status, html } = await get(`/search?${query}`)
      expect(status).toBe(400)
      expect(html).toContain('role="alert"')
    },
  )

  it('is the home page when nothing is asked', async () => {
    for (const query of ['', '?q=', '?lang=ru', '?q=&branch=']) {
      const { status, response } = await get(`/search${query}`)
      expect([status, response.headers.get('location')]).toEqual([302, '/'])
    }
    expect(library.state.trips).toBe(0)
    expect((await get('/search?sort=magic')).status).toBe(400)
  })

  it('lets no question out of its place', async () => {
    const { html } = await get(`/search?q=${encodeURIComponent(HOSTILE)}`)
    expect(html.match(/<script/g)?.length).toBe(2)
    expect(html).not.toContain('<img src=x')
  })
})

describe('what machines read', () => {
  it('the sitemap names its parts, and the parts the records', async () => {
    const { html: index } = await get('/sitemap.xml')
    expect([...index.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address)).toEqual([
      'http://bulaq.test/sitemap/pages.xml',
      'http://bulaq.test/sitemap/1.xml',
    ])
    const { response, html: part } = await get('/sitemap/1.xml')
    expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8')
    expect(part).toContain('<loc>http://bulaq.test/record/1-abai-zholy</loc>')
    expect(library.state.trips).toBe(2)
  })

  it('cuts two million records into parts of a bounded size', async () => {
    await library.client.execute(
      "INSERT INTO records (id, identity, title, language, content_group, kind, title_sort, description, added_at, changed_at) VALUES (2000000, 't:3', 'Соңғы', 'kaz', 'fiction', 'book', '3', '{}', '2026-01-01', '2026-01-01')",
    )
    const { html } = await get('/sitemap.xml')
    expect(html.match(/<loc>/g)?.length).toBe(401)
    expect((await get('/sitemap/400.xml')).html).toContain('<lastmod>2026-01-01</lastmod>')
    expect((await get('/sitemap/399.xml')).status).toBe(404)
  })

  it.each(['/sitemap/0.xml', '/sitemap/x.xml', '/sitemap/999999.xml', '/sitemap/1', '/sitemap/-1.xml'])('has no part %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('the feed tells the new books, escaped', async () => {
    await library.client.execute({ sql: "UPDATE records SET title = ?, added_at = '2026-11-20T05:00:00Z' WHERE id = 1", args: [HOSTILE] })
    const { response, html } = await get('/new-books.rss')
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    expect(html).toContain('&lt;/script&gt;')
    expect(html).not.toContain('<script')
    expect(html).toContain('<pubDate>Fri, 20 Nov 2026 05:00:00 GMT</pubDate>')
  })

  it('robots are shown the sitemap and kept from the desk', async () => {
    const { html } = await get('/robots.txt')
    expect(html).toContain('Sitemap: http://bulaq.test/sitemap.xml')
    expect(html).toContain('Disallow: /desk')
  })
})

describe('a page that breaks', () => {
  const asPerson = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const plant = () => {
    // Not the database's own refusal, which the pages expect.
    library.bindings.ASSETS = {
      fetch: async (address: unknown) => {
        if (String(address).endsWith('/record')) throw new TypeError('planted')
        return new Response(recordHtml, { headers: { 'content-type': 'text/html' } })
      },
    }
  }

  it.each([
    ['kk', 'Күтпеген қате болды', 'кітапханашыға айтыңыз'],
    ['ru', 'Произошла неожиданная ошибка', 'скажите библиотекарю'],
    ['en', 'Something unexpected happened', 'tell a librarian'],
  ])('tells a person in %s what happened and what to do next', async (language, heading, next) => {
    plant()
    const { status, html, response } = await get(`/record/1?lang=${language}`, asPerson)
    expect(status).toBe(500)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain(`<h1>${heading}</h1>`)
    expect(html).toContain(next)
    expect(html).toContain(`<a class="button" href="?lang=${language}">`)
    expect(html).toContain('action="/search"')
    expect(html).not.toContain('planted')
  })

  it('tells a program the slug, and a script of our own too', async () => {
    plant()
    for (const headers of [{ accept: 'application/json' }, { accept: '*/*' }, { ...asPerson, 'sec-fetch-dest': 'empty' }]) {
      const { status, html } = await get('/record/1', headers)
      expect([status, JSON.parse(html).refused]).toEqual([500, 'unexpected'])
    }
  })

  it('believes the browser that says it opens a document', async () => {
    plant()
    expect((await get('/record/1', { accept: '*/*', 'sec-fetch-dest': 'document' })).html).toContain('<h1>')
  })

  it('keeps what was typed', async () => {
    library.bindings.ASSETS = {
      fetch: async () => {
        library.bindings.ASSETS = { fetch: async () => new Response(recordHtml, { headers: { 'content-type': 'text/html' } }) }
        throw new TypeError('planted')
      },
    }
    const { status, html } = await get(`/search?q=${encodeURIComponent('"абай" <жолы>')}`, asPerson)
    expect(status).toBe(500)
    expect(html).toContain('value="&quot;абай&quot; &lt;жолы')
  })

  it('says so in plain words when nothing can be drawn at all', async () => {
    library.bindings.ASSETS = {
      fetch: async () => {
        throw new TypeError('planted')
      },
    }
    const { status, html } = await get('/record/1?lang=ru', asPerson)
    expect(status).toBe(500)
    expect(html).toContain('<main><h1>Страница не открылась</h1>')
  })

  it('is a page for a person at the pages of statistics too, when the database is away', async () => {
    library.state.send = async () => new Response('no', { status: 502 })
    const { status, html } = await get('/statistics?lang=ru', asPerson)
    expect(status).toBe(503)
    expect(html).toMatch(/<h1[^>]*>/)
  })
})
