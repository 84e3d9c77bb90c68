import { Hono } from 'hono'
import { anybody } from '../middleware/may.ts'
import type { Room } from '../ports.ts'
import { branchesOf } from '../routes/branches.ts'
import { openingHoursOf } from '../routes/opening-hours.ts'
import { answered } from './answered.ts'
import { languageOf } from './language.ts'
import { page } from './page.ts'
import { WORDS } from './words.ts'

/** Where the libraries are, when they are open, and their telephones, for those too who run no script. */
export const branchesPage = new Hono<Room>().get('/', anybody, async (c) => {
  const language = languageOf(c)
  const [branches, opening] = await Promise.all([answered(() => branchesOf(c)), answered(() => openingHoursOf(c))])
  // Loaded when the first page is drawn: Node, which runs the benchmarks, does not read TSX.
  const { drawBranches } = await import('#drawn')
  const drawn = drawBranches({ branches, opening }, c.var.now, { language, query: new URL(c.req.url).search })
  const head = { language, description: WORDS[language].branches, canonical: '/branches', hidden: !branches.ok }
  return page(c, '/branches', drawn, head, branches.ok ? 200 : 503)
})
