import type { RefusalSlug } from '../domain/refusal.ts'
import { escapedXml } from '../formats/xml-text.ts'
import { refusedWith } from '../middleware/answer.ts'
import type { Call } from '../ports.ts'
import { languageOf } from './language.ts'
import { page } from './page.ts'
import { WORDS } from './words.ts'

/** What a whole page may fail of. */
export type Trouble = Extract<RefusalSlug, 'not-found' | 'unexpected' | 'database-unavailable'>

const STATUS = { 'not-found': 404, unexpected: 500, 'database-unavailable': 503 } as const

/** Somebody opens a page; programs, and the scripts of our own pages, ask for something else. */
export function isPerson(c: Call): boolean {
  if (!['GET', 'HEAD'].includes(c.req.method) || new URL(c.req.url).pathname.startsWith('/api/')) return false
  const wanted = c.req.header('Sec-Fetch-Dest')
  return wanted ? wanted === 'document' : Boolean(c.req.header('Accept')?.includes('text/html'))
}

/** Instead of the page that was asked for: what happened, what to do next, and a search box with what was typed. */
export async function troublePage(c: Call, trouble: Trouble): Promise<Response> {
  const language = languageOf(c)
  const { search: query } = new URL(c.req.url)
  const status = STATUS[trouble]
  try {
    const { drawTrouble } = await import('#drawn')
    const drawn = drawTrouble(trouble, { language, query })
    const answer = await page(c, '/', drawn, { language, description: drawn.title, canonical: '/', hidden: true }, status)
    if (answer.status === status) return answer
  } catch (error) {
    console.error(JSON.stringify({ requestId: c.var.requestId, error: String(error) }))
  }
  return c.html(bare(WORDS[language].trouble, language), status)
}

/** When nothing can be drawn at all. */
const bare = ({ heading, help, again }: Record<'heading' | 'help' | 'again', string>, language: string) =>
  `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapedXml(heading)}</title><main><h1>${escapedXml(heading)}</h1><p>${escapedXml(help)}</p><p><a href="">${escapedXml(again)}</a></p></main></html>`

/** Nothing is at this address: a person gets a page, a program the slug. */
export const missing = async (c: Call): Promise<Response> => (isPerson(c) ? troublePage(c, 'not-found') : refusedWith(c, 'not-found'))
