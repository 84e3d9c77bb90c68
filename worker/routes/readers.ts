import { Hono } from 'hono'
import * as z from 'zod'
import { readerOfCard, standingFacts } from '../../db/circulation/standing.ts'
import { together } from '../../db/client.ts'
import { blockFacts, recordBlock, recordBlockLifted } from '../../db/readers/blocks.ts'
import { chargeFacts, recordSettled } from '../../db/readers/charges.ts'
import { findReaderForm } from '../../db/readers/reader.ts'
import { readerRecord, readerRules } from '../../db/readers/reader-record.ts'
import { readerAccount, recordPin } from '../../db/readers/reader-session.ts'
import { recordChangedReader } from '../../db/readers/record-reader.ts'
import { forgetGuesses } from '../../db/sign-in/guesses.ts'
import { dayOf, isDay } from '../domain/calendar.ts'
import { blockReader, liftBlock } from '../domain/circulation/block-reader.ts'
import { SETTLEMENTS, settleCharge } from '../domain/circulation/settle-charge.ts'
import { changeReader } from '../domain/readers/change-reader.ts'
import { choosePin, PIN_DIGITS } from '../domain/readers/choose-pin.ts'
import { READER_CATEGORIES } from '../domain/readers/reader-form.ts'
import type { ReaderRecord } from '../domain/readers/reader-record.ts'
import { refuse } from '../domain/refusal.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { accountSubject } from '../middleware/guess.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import { hashPassword } from '../password.ts'
import type { Room } from '../ports.ts'

const card = z.string().min(1).max(64)
const pin = z.string().regex(/^\d+$/).max(PIN_DIGITS.most)
const one = z.object({ card, id: z.coerce.number().int().positive() })
const settled = z.object({ as: z.enum(SETTLEMENTS) })
const block = z.object({ reason: z.string().trim().min(1).max(200), until: z.string().refine(isDay).optional() })
const text = (longest: number) => z.string().trim().min(1).max(longest)
const changed = z.object({
  name: text(120).optional(),
  category: z.enum(READER_CATEGORIES).optional(),
  birthYear: z.number().int().optional(),
  branchId: z.number().int().positive().optional(),
  email: z.email().max(254).nullable().optional(),
  phone: text(40).min(5).nullable().optional(),
  language: z.enum(['kk', 'ru']).optional(),
  guarantor: text(120).nullable().optional(),
  guarantorPhone: text(40).nullable().optional(),
  keepsHistory: z.boolean().optional(),
})

export const readers = new Hono<Room>()
  .get('/:card', may('see-readers'), async (c) => {
    const wanted = c.req.param('card')
    const today = dayOf(c.var.now)
    const { actor, reader, form, standing, blocks, owed } = await c.var.db.ask({
      actor: await actorOf(c),
      reader: readerRecord(wanted),
      form: findReaderForm(wanted, today),
      standing: standingFacts(readerOfCard(wanted), today),
      blocks: blockFacts(wanted, today),
      owed: chargeFacts(wanted),
    })
    const forbidden = forbidHere(c, actor)
    if (forbidden) return refused(c, forbidden)
    if (!reader)
      return form.replacedBy ? refused(c, refuse('card-was-replaced'), { card: form.replacedBy }) : refusedWith(c, 'reader-not-found')
    const { suspendedUntil, debt } = standing
    const { loans, blockedReason, more } = form
    return c.json({ ...shown(reader, blockedReason), loans, ...more, blocks: blocks.blocks, suspendedUntil, debt, charges: owed.charges })
  })
  .patch('/:card', may('register-readers'), valid('param', z.object({ card })), valid('json', changed), (c) => {
    const change = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request: change,
      facts: together({ reader: readerRecord(c.req.valid('param').card), rules: readerRules() }),
      decide: (facts) => changeReader(facts, change, dayOf(now)),
      record: (reader, { id: staffId, branchId }) => recordChangedReader(reader, { staffId, branchId, now }),
      answer: (reader) => shown(reader, null),
    })
  })
  .post('/:card/pin', may('register-readers'), valid('param', z.object({ card })), valid('json', z.object({ pin })), async (c) => {
    const { card: owner } = c.req.valid('param')
    const { pin: chosen } = c.req.valid('json')
    const [hash, guesses] = await Promise.all([hashPassword(chosen, c.env.PASSWORD_PEPPER), accountSubject(`reader ${owner}`)])
    return perform(c, {
      // Neither a PIN nor what it hashes to is kept with the key.
      request: {},
      facts: readerAccount(owner),
      decide: (reader) => choosePin(reader, chosen),
      record: ({ id }, { id: staffId, branchId }) => [
        ...recordPin(id, hash, { staffId, branchId, now: c.var.now }),
        forgetGuesses(guesses),
      ],
      answer: (reader) => ({ reader: { card: reader.card, hasPin: true } }),
    })
  })
  .post('/:card/blocks', may('block-readers'), valid('param', z.object({ card })), valid('json', block), (c) => {
    const { reason, until = null } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request: { reason, until },
      facts: blockFacts(c.req.valid('param').card, dayOf(now)),
      decide: (facts) => blockReader(facts, { reason, until }, dayOf(now)),
      record: (made, { id: staffId, branchId }) => recordBlock(made, { staffId, branchId, now }),
      answer: () => ({ block: { kind: 'by-hand', reason, until } }),
    })
  })
  .delete('/:card/blocks/:id', may('block-readers'), valid('param', one), (c) => {
    const { card: wanted, id } = c.req.valid('param')
    const { now } = c.var
    return perform(c, {
      request: { id },
      facts: blockFacts(wanted, dayOf(now)),
      decide: (facts) => liftBlock(facts, id),
      record: (lifted, { id: staffId, branchId }) => recordBlockLifted(lifted, { staffId, branchId, now }),
      answer: (lifted) => ({ lifted }),
    })
  })
  .post('/:card/charges/:id/settlement', may('lend'), valid('param', one), valid('json', settled), (c) => {
    const { card: wanted, id } = c.req.valid('param')
    const { as } = c.req.valid('json')
    return perform(c, {
      request: { as },
      facts: chargeFacts(wanted),
      decide: (facts, actor) => settleCharge(facts, id, as, actor),
      record: (charge, { id: staffId, branchId }) => recordSettled(charge, as, { staffId, branchId, now: c.var.now }),
      answer: (charge) => ({ settled: { ...charge, as } }),
    })
  })

function shown(record: ReaderRecord, blockedReason: string | null) {
  const { id: _, changes: __, email, phone, language, keepsHistory, ...reader } = record
  return { reader: { ...reader, blockedReason }, contact: { email, phone, language, keepsHistory } }
}
