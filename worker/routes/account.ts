import { Hono } from 'hono'
import { deleteCookie } from 'hono/cookie'
import * as z from 'zod'
import { together } from '../../db/client.ts'
import { exportOfReader, findAccount } from '../../db/readers/account.ts'
import { readerRecord, readerRules } from '../../db/readers/reader-record.ts'
import { readerAccount, recordPin, recordReaderSignOut, recordReaderSignOutElsewhere } from '../../db/readers/reader-session.ts'
import { recordChangedReader, recordConsent } from '../../db/readers/record-reader.ts'
import { findConsentText } from '../../db/readers/registration-facts.ts'
import { passkeyOf } from '../../db/sign-in/passkeys.ts'
import { dayOf } from '../domain/calendar.ts'
import { changeReader } from '../domain/readers/change-reader.ts'
import { choosePin, PIN_DIGITS } from '../domain/readers/choose-pin.ts'
import { againstConsent } from '../domain/readers/reader-form.ts'
import { isRefusal, refuse } from '../domain/refusal.ts'
import { refused, refusedWith, valid } from '../middleware/answer.ts'
import { guess } from '../middleware/guess.ts'
import { anybody, anyReader } from '../middleware/may.ts'
import { challengeToSignIn, enterWithPasskey, signature } from '../middleware/passkey.ts'
import {
  claimedCard,
  performForSelf,
  READER_COOKIE,
  READER_COOKIE_PLACE,
  readerOf,
  readerSessionHash,
  startReaderSession,
} from '../middleware/reader-session.ts'
import { hashPassword, NOBODY, passwordMatches } from '../password.ts'
import type { Call, Room } from '../ports.ts'
import { accountHolds } from './account-holds.ts'
import { accountPasskeys } from './passkeys.ts'

const card = z.string().trim().min(1).max(64)
const pin = z.string().regex(/^\d+$/).max(PIN_DIGITS.most)
const credentials = z.object({ card, pin, ownDevice: z.boolean().default(false) })
const signed = z.object({ credential: signature, ownDevice: z.boolean().default(false) })
const changed = z.object({ keepsHistory: z.boolean().optional(), language: z.enum(['kk', 'ru']).optional() })

/** What readers see and do for themselves. */
export const account = new Hono<Room>()
  .route('/', accountHolds)
  .route('/passkeys', accountPasskeys)
  .post('/session', anybody, valid('json', credentials), async (c) => {
    const { card: typed, pin: secret, ownDevice } = c.req.valid('json')
    const outcome = await guessPin(c, typed, secret)
    if (isRefusal(outcome)) return refused(c, outcome)
    const { facts: reader, forget } = outcome
    if (!reader) return refusedWith(c, 'sign-in-failed')
    await c.var.db.record([...forget, ...(await startReaderSession(c, reader, ownDevice))])
    return c.json({ card: reader.card })
  })
  .post('/session/passkey/challenge', anybody, (c) => challengeToSignIn(c, 'reader'))
  .post('/session/passkey', anybody, valid('json', signed), async (c) => {
    const { credential, ownDevice } = c.req.valid('json')
    const reader = await enterWithPasskey(c, credential, {
      owner: 'reader',
      found: passkeyOf('reader', credential.id, (row) => ({ id: Number(row.id), card: String(row.card) })),
      start: (person, passkeyId) => startReaderSession(c, person, ownDevice, passkeyId),
    })
    return isRefusal(reader) ? refused(c, reader) : c.json({ card: reader.card })
  })
  .delete('/session', anybody, async (c) => {
    await c.var.db.record([recordReaderSignOut(await readerSessionHash(c))])
    deleteCookie(c, READER_COOKIE, READER_COOKIE_PLACE)
    return c.body(null, 204)
  })
  .delete('/other-sessions', anyReader, async (c) => {
    const { reader } = await c.var.db.ask({ reader: await readerOf(c) })
    if (!reader) return refusedWith(c, 'sign-in-required')
    await c.var.db.record([recordReaderSignOutElsewhere(reader.id, await readerSessionHash(c))])
    return c.body(null, 204)
  })
  .get('/', anyReader, async (c) => {
    const today = dayOf(c.var.now)
    const { reader, found } = await c.var.db.ask({ reader: await readerOf(c), found: findAccount(claimedCard(c), today) })
    if (!reader || !found.reader) return refusedWith(c, 'sign-in-required')
    const { id: _, changes: __, ...form } = found.reader
    const { suspendedUntil, debt } = found.standing
    const { loans, history, consents, consentText } = found
    const holds = found.holds.map(({ reader: _owner, trappedCopyId: _copy, changes: _changes, ...hold }) => hold)
    return c.json({ today, reader: form, loans, holds, history, consents, consentText, suspendedUntil, debt })
  })
  .patch('/', anyReader, valid('json', changed), (c) => {
    const change = c.req.valid('json')
    const { now } = c.var
    return performForSelf(c, {
      request: change,
      facts: together({ reader: readerRecord(claimedCard(c)), rules: readerRules() }),
      decide: (facts) => changeReader(facts, change, dayOf(now)),
      record: (reader) => recordChangedReader(reader, { staffId: null, branchId: null, now }),
      answer: ({ keepsHistory, language }) => ({ keepsHistory, language }),
    })
  })
  .post('/consents', anyReader, valid('json', z.object({ version: z.number().int().positive() })), (c) => {
    const { version } = c.req.valid('json')
    const { now } = c.var
    return performForSelf(c, {
      request: { version },
      facts: together({ reader: readerRecord(claimedCard(c)), text: findConsentText() }),
      decide: ({ reader, text }) => againstConsent(version, text.version) ?? reader ?? refuse('reader-not-found'),
      record: (reader) => recordConsent(reader, version, { staffId: null, branchId: null, now }),
      answer: () => ({ version }),
    })
  })
  .post('/pin', anyReader, valid('json', z.object({ pin, newPin: pin })), async (c) => {
    const { pin: present, newPin } = c.req.valid('json')
    const { reader } = await c.var.db.ask({ reader: await readerOf(c) })
    if (!reader) return refusedWith(c, 'sign-in-required')
    const outcome = await guessPin(c, reader.card, present)
    if (isRefusal(outcome)) return outcome.refusals[0] === 'sign-in-failed' ? refusedWith(c, 'pin-is-wrong') : refused(c, outcome)
    const owner = choosePin(outcome.facts, newPin)
    if (isRefusal(owner)) return refused(c, owner)
    const hash = await hashPassword(newPin, c.env.PASSWORD_PEPPER)
    const by = { staffId: null, branchId: null, now: c.var.now }
    await c.var.db.record([...outcome.forget, ...recordPin(owner.id, hash, by, await readerSessionHash(c))])
    return c.json({ changed: true }, 201)
  })
  .get('/export', anyReader, async (c) => {
    const { reader, data } = await c.var.db.ask({ reader: await readerOf(c), data: exportOfReader(claimedCard(c)) })
    if (!reader) return refusedWith(c, 'sign-in-required')
    c.header('Content-Disposition', `attachment; filename="bulaq-${dayOf(c.var.now)}.json"`)
    return c.json({ exportedAt: c.var.now.toISOString(), ...data })
  })

/** A card without a PIN, and one that nobody has, are hashed against as any other. */
function guessPin(c: Call, typed: string, secret: string) {
  return guess(c, `reader ${typed}`, readerAccount(typed), async (reader) => {
    const matches = await passwordMatches(secret, reader?.pin ?? NOBODY, c.env.PASSWORD_PEPPER)
    return typeof reader?.pin === 'string' && matches
  })
}
