import { Hono } from 'hono'
import * as z from 'zod'
import { suggestions as suggestionsFor } from '../../db/catalogue/suggestions.ts'
import { readingsOf } from '../domain/catalogue/suggest/typed.ts'
import { valid } from '../middleware/answer.ts'
import { anybody } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const asked = z.object({ q: z.string().max(200).default('') })

/** What a reader may be about to type. */
export const suggestions = new Hono<Room>().get('/', anybody, valid('query', asked), async (c) => {
  const readings = readingsOf(c.req.valid('query').q.trimStart())
  const found = readings.length === 0 ? [] : (await c.var.db.ask({ found: suggestionsFor(readings) })).found
  c.header('Cache-Control', 'public, max-age=300')
  c.header('Server-Timing', `trips;desc=${c.var.db.trips}, rows;desc=${c.var.db.rows}`)
  return c.json({ suggestions: found })
})
