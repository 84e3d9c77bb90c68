import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

const DIST = new URL('../../web/dist/', import.meta.url)
const KIB = 1024
const LIMITS = { js: 30 * KIB, css: 10 * KIB }

const read = (path: string) => readFileSync(new URL(path.replace(/^\//, ''), DIST))
const gz = (paths: Iterable<string>) => [...paths].reduce((sum, path) => sum + gzipSync(read(path)).length, 0)
const PUBLIC = ['index', 'record', 'browse', 'branches', 'account']
const styleOf = (html: string) => /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? ''
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, path]) => path ?? '')

/** What a page loads without being asked: with the screen that it shows, and the words of one language, the largest. */
function loadedBy(page: string) {
  const html = read(`${page}.html`).toString()
  const js = new Set(matches(html, /(?:src|href)="(\/assets\/[^"]+\.js)"/g))
  for (const path of js)
    for (const next of matches(read(path).toString(), /(?:from"|import\(`(?=\.\/show-))\.\/([\w-]+\.js)["`]/g)) js.add(`/assets/${next}`)
  const dictionaries = [...js].flatMap((path) => matches(read(path).toString(), /["`']\.\/((?:kk|ru|en)-[\w-]+\.js)["`']/g))
  const sizes = ['kk', 'ru', 'en'].map((language) =>
    gz(dictionaries.filter((name) => name.startsWith(language)).map((name) => `/assets/${name}`)),
  )
  const css = gz(new Set(matches(html, /href="(\/assets\/[^"]+\.css)"/g))) + gzipSync(styleOf(html)).length
  return { js: gz(js) + Math.max(0, ...sizes), css, dictionaries }
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
  it.each(PUBLIC)('loads at most 30 KiB of JavaScript and 10 KiB of styles for %s', (page) => {
    const { js, css, dictionaries } = loadedBy(page)
    expect(dictionaries.length).toBeGreaterThanOrEqual(3)
    expect(js).toBeGreaterThan(10 * KIB)
    expect(css).toBeGreaterThan(KIB)
    expect({ js: js <= LIMITS.js, css: css <= LIMITS.css, bytes: [js, css] }).toMatchObject({ js: true, css: true })
  })

  it.each(PUBLIC)('waits for no second file before %s is painted, and its policy allows no other style within it', (page) => {
    const html = read(`${page}.html`).toString()
    expect(html).not.toMatch(/<link[^>]*rel="stylesheet"/)
    expect(matches(html, /(<style)/g)).toHaveLength(1)
    for (const [tag] of html.matchAll(/<script[^>]*>|<link rel="modulepreload"[^>]*>/g)) expect(tag).toContain('fetchpriority="low"')
    const path = page === 'index' ? '/' : `/${page}`
    const policy = new RegExp(`^${path}\\n {2}! Content-Security-Policy\\n {2}Content-Security-Policy: (.*)$`, 'm')
    const styles = policy.exec(read('_headers').toString())?.[1]?.match(/style-src ([^;]*)/)?.[1]
    expect(styles).toBe(`'self' 'sha256-${createHash('sha256').update(styleOf(html)).digest('base64')}'`)
  })

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
