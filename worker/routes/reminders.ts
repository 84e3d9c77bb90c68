import { Hono } from 'hono'
import * as z from 'zod'
import { journalLine } from '../../db/journal.ts'
import { recordReminder, remindFacts } from '../../db/notices/remind.ts'
import { dayOf } from '../domain/calendar.ts'
import { remind } from '../domain/notices/remind.ts'
import { valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { may } from '../middleware/may.ts'
import type { Room } from '../ports.ts'

const number = z.number().int().positive()
/** `told`: on paper or by telephone, already; `to-send`: as the library sends its notices. */
const asked = z.object({ branch: number, loan: number, as: z.enum(['told', 'to-send']) })

/** A reader is reminded of one overdue loan by the staff, beside the notices of the night. */
export const reminders = new Hono<Room>().post('/', may('see-notices'), valid('json', asked), (c) => {
  const { branch: branchId, loan, as } = c.req.valid('json')
  const { now } = c.var
  const today = dayOf(now)
  return perform(c, {
    branchId,
    request: c.req.valid('json'),
    facts: remindFacts(loan, branchId, today),
    decide: (facts) => remind(facts, as === 'told', today),
    record: (reminder, { id }) => [...recordReminder(reminder, now), journalLine({ deed: 'reader-reminded', staffId: id, branchId, now })],
    answer: ({ channel, told }) => ({ reminder: { channel, told } }),
  })
})
