import { Hono } from 'hono'
import { findRecord } from '../../db/catalogue/record.ts'
import { refusedWith } from '../middleware/answer.ts'
import { anybody } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

export const records = new Hono<Room>().get('/:id', anybody, async (c) => {
  const id = Number(c.req.param('id'))
  if (!Number.isSafeInteger(id)) return refusedWith(c, 'record-not-found')
  const { record } = await c.var.db.ask({ record: findRecord(id) })
  return record ? c.json(record) : refusedWith(c, 'record-not-found')
})
