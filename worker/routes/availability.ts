import { Hono } from 'hono'
import { availability as availabilityOf } from '../../db/catalogue/search.ts'
import { refusedWith } from '../middleware/answer.ts'
import type { Room } from '../ports.ts'

const MOST = 100

export const availability = new Hono<Room>().get('/', async (c) => {
  const records = (c.req.queries('record') ?? []).map(Number)
  if (records.length > MOST || !records.every((id) => Number.isSafeInteger(id) && id > 0)) return refusedWith(c, 'bad-request')
  const branch = c.req.query('branch')
  if (branch && !/^[1-9]\d{0,8}$/.test(branch)) return refusedWith(c, 'bad-request')
  return c.json(await c.var.db.ask({ availability: availabilityOf(records, branch ? Number(branch) : null) }))
})
