import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const DIST = new URL('../../web/dist/', import.meta.url)
const KIB = 1024
const LIMITS = { js: 30 * KIB, css: 10 * KIB }

const read = (path: string) => readFileSync(new URL(path.replace(/^\//, ''), DIST))
const gz = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + gzipSync(read(path)).length, 0)
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, path]) => path ?? '')

/** What a page loads at once, with one dictionary, which the script asks for first: the largest. */
function loadedBy(page: string) {
  const html = read(`${page}.html`).toString()
  const js = new Set(matches(html, /(?:src|href)="(\/assets\/[^"]+\.js)"/g))
  for (const path of js) for (const next of matches(read(path).toString(), /from"\.\/([\w-]+\.js)"/g)) js.add(`/assets/${next}`)
  const dictionaries = [...js].flatMap((path) => matches(read(path).toString(), /["`']\.\/((?:kk|ru|en)-[\w-]+\.js)["`']/g))
  const sizes = dictionaries.map((name) => gz([`/assets/${name}`]))
  return { js: gz(js) + Math.max(0, ...sizes), css: gz(new Set(matches(html, /href="(\/assets\/[^"]+\.css)"/g))), dictionaries }
}

describe('a desk', () => {
  it('loads at most 60 KiB of JavaScript for its shell', () => {
    const { js, dictionaries } = loadedBy('desk')
    expect(dictionaries.length).toBeGreaterThanOrEqual(3)
    expect(js).toBeGreaterThan(30 * KIB)
    expect({ fits: js <= 60 * KIB, bytes: js }).toMatchObject({ fits: true })
  })
})

describe('a reader with an old phone', () => {
  it.each(['index', 'record', 'browse', 'branches', 'account'])(
    'loads at most 30 KiB of JavaScript and 10 KiB of styles for %s',
    (page) => {
      const { js, css, dictionaries } = loadedBy(page)
      expect(dictionaries.length).toBeGreaterThanOrEqual(3)
      expect(js).toBeGreaterThan(10 * KIB)
      expect(css).toBeGreaterThan(KIB)
      expect({ js: js <= LIMITS.js, css: css <= LIMITS.css, bytes: [js, css] }).toMatchObject({ js: true, css: true })
    },
  )

  it('can install the catalogue: a manifest with icons, and a worker that keeps files that exist', () => {
    const manifest = JSON.parse(read('manifest.webmanifest').toString())
    expect(manifest).toMatchObject({ display: 'standalone', start_url: '/' })
    for (const { src } of manifest.icons) expect(read(src).length).toBeGreaterThan(0)
    const files: string[] = JSON.parse(/FILES = (\[.*?\])/.exec(read('catalogue-worker.js').toString())?.[1] ?? '[]')
    expect(files).toContain('/')
    for (const file of files.filter((path) => path.includes('.'))) expect(read(file).length).toBeGreaterThan(0)
    expect(files.join()).not.toMatch(/desk|office/)
  })

  it('fetches a file with a hash in its name once', () => {
    expect(read('_headers').toString()).toMatch(/\/assets\/\*\n {2}Cache-Control: public, max-age=31536000, immutable/)
  })
})
