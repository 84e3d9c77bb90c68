import type { Language } from '../domain/written.ts'
import { escapedXml } from '../formats/xml-text.ts'
import type { Call } from '../ports.ts'
import type { Html } from './html.ts'

export interface Document {
  language: Language
  title: string
  body: Html
  status?: 200 | 400 | 401 | 403 | 404 | 503
  /** Sent as `Cache-Control`; what depends on who asks is not kept. */
  keep?: string
}

/** Puts a page into the document that Vite built for it, which knows its styles and its script. */
export async function answerDocument(c: Call, shell: string, { language, title, body, status = 200, keep }: Document): Promise<Response> {
  const built = await c.env.ASSETS.fetch(new URL(shell, c.req.url))
  const text = await built.text()
  const inside = String(await body)
  const page = text
    .replace(/<html lang="[a-z]+">/, `<html lang="${language}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapedXml(title)}</title>`)
    .replace('<div id="page"></div>', () => `<div id="page">${inside}</div>`)
  if (keep) c.header('Cache-Control', keep)
  return c.html(page, status)
}
