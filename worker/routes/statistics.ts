import { Hono } from 'hono'
import * as z from 'zod'
import { listDailyStatistics } from '../../db/statistics/daily.ts'
import { daysBetween, isDay } from '../domain/calendar.ts'
import { valid } from '../middleware/answer.ts'
import { anybody } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const LONGEST_DAYS = 3_700
const day = z.string().refine(isDay)
const asked = z
  .object({ from: day, to: day, branch: z.coerce.number().int().min(0).optional() })
  .refine(({ from, to }) => daysBetween(from, to) >= 0 && daysBetween(from, to) <= LONGEST_DAYS)

export const statistics = new Hono<Room>().get('/daily', anybody, valid('query', asked), async (c) => {
  const { from, to, branch } = c.req.valid('query')
  return c.json(await c.var.db.ask({ days: listDailyStatistics(from, to, branch) }))
})
