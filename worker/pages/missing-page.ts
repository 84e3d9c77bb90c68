import { refusedWith } from '../middleware/answer.ts'
import type { Call } from '../ports.ts'
import { languageOf } from './language.ts'
import { page } from './page.ts'

/** Nothing is at this address: a person gets a page with a search box, a program the slug. */
export async function missingPage(c: Call): Promise<Response> {
  const { pathname, search: query } = new URL(c.req.url)
  const isPerson = ['GET', 'HEAD'].includes(c.req.method) && c.req.header('Accept')?.includes('text/html')
  if (!isPerson || pathname.startsWith('/api/')) return refusedWith(c, 'not-found')
  const language = languageOf(c)
  const { drawMissing } = await import('#drawn')
  const drawn = drawMissing({ language, query })
  return page(c, '/', drawn, { language, description: drawn.title, canonical: '/', hidden: true }, 404)
}
