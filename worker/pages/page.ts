import { LANGUAGES, type Language } from '../domain/written.ts'
import { escapedXml } from '../formats/xml-text.ts'
import type { Call } from '../ports.ts'
import type { DrawnPage } from './drawn.d.ts'

interface Head {
  language: Language
  description: string
  /** The permanent address: a path. */
  canonical: string
  /** Not to be found by search engines. */
  hidden?: boolean
  openGraph?: Record<string, string>
  jsonLd?: object
}

/** The part of workerd that Node, where the same routes are tried too, does not have. */
interface Workerd {
  HTMLRewriter: new () => Rewriter
}
interface Rewriter {
  on(selector: string, handlers: { element(element: HtmlElement): void }): Rewriter
  transform(response: Response): Response
}
interface HtmlElement {
  setAttribute(name: string, value: string): unknown
  setInnerContent(text: string, how?: { html: boolean }): unknown
  append(text: string, how: { html: boolean }): unknown
  after(text: string, how: { html: boolean }): unknown
}

/** A static page of the web with what was drawn in its place, and what search engines and messengers read in its head. */
export async function page(
  c: Call,
  file: string,
  drawn: DrawnPage,
  head: Head,
  status: 200 | 400 | 404 | 500 | 503 = 200,
): Promise<Response> {
  const blank = await c.env.ASSETS.fetch(new URL(file, c.req.url))
  if (!blank.ok) return blank
  const address = new URL(head.canonical, c.req.url).href
  const inLanguage = (language: Language) => `${address}${address.includes('?') ? '&' : '?'}lang=${language}`
  const named = (property: string, content: string) => tag('meta', { property, content })
  const lines = [
    tag('meta', { name: 'description', content: head.description }),
    head.hidden ? tag('meta', { name: 'robots', content: 'noindex' }) : tag('link', { rel: 'canonical', href: address }),
    ...(head.hidden ? [] : LANGUAGES.map((each) => tag('link', { rel: 'alternate', hreflang: each, href: inLanguage(each) }))),
    named('og:title', drawn.title),
    named('og:description', head.description),
    named('og:url', address),
    ...Object.entries(head.openGraph ?? {}).map(([property, content]) => named(property, content)),
    head.jsonLd ? `<script type="application/ld+json">${inScript(head.jsonLd)}</script>` : '',
  ]
  const { HTMLRewriter } = globalThis as unknown as Workerd
  const made = new HTMLRewriter()
    .on('html', { element: (element) => void element.setAttribute('lang', head.language) })
    .on('title', { element: (element) => void element.setInnerContent(drawn.title) })
    .on('head', { element: (element) => void element.append(lines.join(''), { html: true }) })
    .on('#page', {
      element: (element) => {
        element.setInnerContent(drawn.html, { html: true })
        element.after(`<script type="application/json" id="known">${inScript(drawn.known)}</script>`, { html: true })
      },
    })
    .transform(blank)
  const policy = blank.headers.get('Content-Security-Policy')
  // It knows the styles within this page (web/vite/headers-file.ts).
  if (policy) c.header('Content-Security-Policy', policy)
  c.header('Content-Type', 'text/html; charset=utf-8')
  return c.body(await made.text(), status)
}

function tag(name: string, attributes: Record<string, string>): string {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escapedXml(value)}"`)
  return `<${name}${written.join('')}>`
}

/** No tag may begin within a script, whatever a title says. */
const inScript = (value: object): string => JSON.stringify(value).replaceAll('<', '\\u003c')
