import { Hono } from 'hono'
import * as z from 'zod'
import { journalLine } from '../../db/journal.ts'
import { listNotices } from '../../db/notices/list-notices.ts'
import { noticesToPrint, settledNotice } from '../../db/notices/open-notices.ts'
import { recordAskedAgain, recordDropped, recordSettled } from '../../db/notices/record-letters.ts'
import { dayOf } from '../domain/calendar.ts'
import { letters } from '../domain/notices/letters.ts'
import { sendAgain } from '../domain/notices/send-again.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

/** As many notices as one print-out takes. */
const MOST = 300

const number = z.coerce.number().int().positive()
const listed = z.object({ branch: number, kind: z.enum(['due-soon', 'overdue', 'hold-waiting']).optional(), before: number.optional() })
const here = z.object({ branch: number })
const one = z.object({ id: number })
const printed = z.object({ branch: z.number().int().positive(), notices: z.array(z.number().int().positive()).min(1).max(MOST) })

/** What readers are told: due soon, overdue, a hold that waits. */
export const notices = new Hono<Room>()
  .get('/', may('see-notices'), valid('query', listed), async (c) => {
    const { branch: branchId, ...more } = c.req.valid('query')
    const { actor, notices } = await c.var.db.ask({ actor: await actorOf(c), notices: listNotices({ branchId, ...more }) })
    const forbidden = forbidHere(c, actor, branchId)
    return forbidden ? refused(c, forbidden) : c.json({ notices })
  })
  .get('/print', may('see-notices'), valid('query', here), async (c) => {
    const { branch } = c.req.valid('query')
    const open = noticesToPrint(branch, dayOf(c.var.now), MOST)
    const { actor, notices } = await c.var.db.ask({ actor: await actorOf(c), notices: open })
    const forbidden = forbidHere(c, actor, branch)
    return forbidden ? refused(c, forbidden) : c.json({ letters: letters(notices), more: notices.length === MOST })
  })
  .post('/:id/again', may('see-notices'), valid('param', one), valid('json', here), (c) => {
    const { branch: branchId } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      branchId,
      request: { branch: branchId },
      facts: settledNotice(c.req.valid('param').id, branchId, dayOf(now)),
      decide: sendAgain,
      record: (again, { id }) => [...recordAskedAgain(again, now), journalLine({ deed: 'notice-sent-again', staffId: id, branchId, now })],
      answer: ({ notice, channel }) => ({ notice: { id: notice.id, channel } }),
    })
  })
  .post('/printed', may('see-notices'), valid('json', printed), (c) => {
    const { branch: branchId, notices: wanted } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      branchId,
      request: c.req.valid('json'),
      facts: noticesToPrint(branchId, dayOf(now), MOST),
      decide: (open) => ({ open, done: open.filter(({ id }) => wanted.includes(id)).map(({ id }) => id) }),
      record: ({ open, done }, { id }) => [
        recordSettled(done, 'printed', now),
        ...recordDropped(open, now),
        journalLine({ deed: 'notices-printed', staffId: id, branchId, now, quantity: done.length }),
      ],
      answer: ({ done }) => ({ printed: done.length }),
    })
  })
