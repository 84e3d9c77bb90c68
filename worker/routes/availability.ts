import { Hono } from 'hono'
import { availability as availabilityOf } from '../../db/catalogue/availability.ts'
import { refusedWith } from '../middleware/answer.ts'
import { anybody } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const MOST = 100

export const availability = new Hono<Room>().get('/', anybody, async (c) => {
  const records = (c.req.queries('record') ?? []).map(Number)
  if (records.length > MOST || !records.every((id) => Number.isSafeInteger(id) && id > 0)) return refusedWith(c, 'bad-request')
  const branches = (c.req.queries('branch') ?? []).filter((branch) => branch !== '')
  if (!branches.every((branch) => /^[1-9]\d{0,8}$/.test(branch))) return refusedWith(c, 'bad-request')
  return c.json(await c.var.db.ask({ availability: availabilityOf(records, branches.map(Number)) }))
})
