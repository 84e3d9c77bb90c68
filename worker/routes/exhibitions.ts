import { Hono } from 'hono'
import * as z from 'zod'
import { together } from '../../db/client.ts'
import {
  findExhibition,
  listExhibitions,
  recordChangedExhibition,
  recordExhibition,
  recordRemovedExhibition,
} from '../../db/outreach/exhibitions.ts'
import { dayOf, isDay } from '../domain/calendar.ts'
import { changeExhibition } from '../domain/outreach/change-exhibition.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { anybody, may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const title = z.string().trim().min(1).max(200)
const day = z.string().refine(isDay)
const announced = z
  .object({
    titleKk: title,
    titleRu: title,
    titleEn: title,
    branchId: z.int().positive().nullable(),
    from: day,
    to: day,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'] })
const one = z.object({ id: z.coerce.number().int().positive() })

/** What the branches show: for everybody to read; each branch announces its own. */
export const exhibitions = new Hono<Room>()
  .get('/', anybody, async (c) => c.json(await c.var.db.ask({ exhibitions: listExhibitions(dayOf(c.var.now)) })))
  .post('/', may('edit-exhibitions'), valid('json', announced), (c) => {
    const exhibition = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      branchId: exhibition.branchId ?? undefined,
      request: exhibition,
      facts: together({}),
      decide: (_, actor) => changeExhibition(exhibition, undefined, actor),
      record: (made, { id: staffId }) => recordExhibition(made, { staffId, now }),
      answer: (made) => ({ exhibition: made }),
    })
  })
  .put('/:id', may('edit-exhibitions'), valid('param', one), valid('json', announced), (c) => {
    const exhibition = c.req.valid('json')
    const { id } = c.req.valid('param')
    const { now } = c.var
    return perform(c, {
      request: exhibition,
      facts: findExhibition(id),
      decide: (known, actor) => changeExhibition(known, exhibition, actor),
      record: (_, { id: staffId }) => recordChangedExhibition(id, exhibition, { staffId, now }),
      answer: () => ({ exhibition: { id, ...exhibition } }),
    })
  })
  .delete('/:id', may('edit-exhibitions'), valid('param', one), (c) => {
    const { id } = c.req.valid('param')
    const { now } = c.var
    return perform(c, {
      request: { id },
      facts: findExhibition(id),
      decide: (known, actor) => changeExhibition(known, undefined, actor),
      record: (known, { id: staffId }) => recordRemovedExhibition(known, { staffId, now }),
      answer: () => ({ removed: id }),
    })
  })
