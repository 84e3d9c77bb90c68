import { Hono } from 'hono'
import * as z from 'zod'
import { together } from '../../db/client.ts'
import { noteIsOpen, sharedHolds } from '../../db/readers/reader.ts'
import { readerRecord, readerRules } from '../../db/readers/reader-record.ts'
import {
  recordMergedReaders,
  recordNote,
  recordNoteRemoved,
  recordReader,
  recordReplacedCard,
  recordReRegistration,
} from '../../db/readers/record-reader.ts'
import {
  cardIsTaken,
  findConsentText,
  lastCard,
  listNamesakes,
  listReadersByName,
  registrationFacts,
  reRegistrationFacts,
} from '../../db/readers/registration-facts.ts'
import { dayOf } from '../domain/calendar.ts'
import { likelyDuplicates } from '../domain/readers/likely-duplicates.ts'
import { mergeReaders } from '../domain/readers/merge-readers.ts'
import { reRegisterReader } from '../domain/readers/re-register-reader.ts'
import { READER_CATEGORIES } from '../domain/readers/reader-form.ts'
import { registerReader } from '../domain/readers/register-reader.ts'
import { replaceCard } from '../domain/readers/replace-card.ts'
import { refuse } from '../domain/refusal.ts'
import { refused, valid } from '../middleware/answer.ts'
import { perform } from '../middleware/deed.ts'
import { forbidHere, may } from '../middleware/may.ts'
import { actorOf } from '../middleware/session.ts'
import type { Room } from '../ports.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const card = text(64)
const branch = z.number().int().positive()
const owner = z.object({ card })
const wanted = z.object({ name: text(120), birthYear: z.coerce.number().int().optional(), like: z.literal('same-person').optional() })
const consent = z.number().int().positive().optional()
const form = z.object({
  branch,
  card: card.optional(),
  name: text(120),
  category: z.enum(READER_CATEGORIES),
  birthYear: z.number().int(),
  phone: text(40).min(5).nullable().default(null),
  email: z.email().max(254).nullable().default(null),
  language: z.enum(['kk', 'ru']).default('kk'),
  guarantor: text(120).nullable().default(null),
  guarantorPhone: text(40).nullable().default(null),
  consent,
  confirm: z.array(z.string().max(64)).max(5).default([]),
})

/** The forms of readers: found by name, made, renewed for the year, joined. */
export const readerForms = new Hono<Room>()
  .get('/', may('see-readers'), valid('query', wanted), async (c) => {
    const { name, birthYear, like } = c.req.valid('query')
    const { actor, found } = await c.var.db.ask({
      actor: await actorOf(c),
      found: like ? listNamesakes(name, birthYear ?? null) : listReadersByName(name),
    })
    const forbidden = forbidHere(c, actor)
    if (forbidden) return refused(c, forbidden)
    return c.json({ readers: like ? likelyDuplicates({ name, birthYear: birthYear ?? null }, found) : found })
  })
  .get('/registration', may('register-readers'), async (c) => {
    const {
      actor,
      consent: agreement,
      rules,
    } = await c.var.db.ask({
      actor: await actorOf(c),
      consent: findConsentText(),
      rules: readerRules(),
    })
    const forbidden = forbidHere(c, actor)
    return forbidden ? refused(c, forbidden) : c.json({ consent: agreement, rules, categories: READER_CATEGORIES })
  })
  .post('/', may('register-readers'), valid('json', form), (c) => {
    const { branch: branchId, ...request } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      branchId,
      request: c.req.valid('json'),
      facts: registrationFacts(request, branchId),
      decide: (facts) => registerReader(facts, request, dayOf(now)),
      record: (reader, { id: staffId }) => recordReader(reader, branchId, { staffId, branchId, now }),
      answer: ({ card: given, name, category, cardExpiresOn }) => ({ reader: { card: given, name, category, cardExpiresOn } }),
    })
  })
  .post('/:card/registrations', may('register-readers'), valid('param', owner), valid('json', z.object({ branch, consent })), (c) => {
    const { branch: branchId, consent: agreed } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      branchId,
      request: c.req.valid('json'),
      facts: together({ reader: readerRecord(c.req.valid('param').card), more: reRegistrationFacts(branchId) }),
      decide: ({ reader, more: { consent: current, ...facts } }) =>
        reRegisterReader({ reader, consentVersion: current.version, ...facts }, agreed, dayOf(now)),
      record: (renewed, { id: staffId }) => recordReRegistration(renewed, { staffId, branchId, now }),
      answer: ({ reader, year, cardExpiresOn, counts }) => ({
        reader: { card: reader.card, name: reader.name, cardExpiresOn, registeredFor: year, counted: counts },
      }),
    })
  })
  .post('/:card/replacement', may('register-readers'), valid('param', owner), valid('json', z.object({ card: card.optional() })), (c) => {
    const { card: printed } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request: c.req.valid('json'),
      facts: together({ reader: readerRecord(c.req.valid('param').card), lastCard: lastCard(), cardIsTaken: cardIsTaken(printed ?? '') }),
      decide: (facts) => replaceCard(facts, printed),
      record: ({ reader, card: given }, { id: staffId, branchId }) => recordReplacedCard(reader, given, { staffId, branchId, now }),
      answer: ({ reader, card: given }) => ({ reader: { card: given, name: reader.name, cardExpiresOn: reader.cardExpiresOn } }),
    })
  })
  .post('/:card/merger', may('merge-readers'), valid('param', owner), valid('json', z.object({ card })), (c) => {
    const { card: kept } = c.req.valid('param')
    const { card: gone } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request: c.req.valid('json'),
      facts: together({ kept: readerRecord(kept), gone: readerRecord(gone), sharedHolds: sharedHolds(kept, gone) }),
      decide: mergeReaders,
      record: (merged, { id: staffId, branchId }) => recordMergedReaders(merged, { staffId, branchId, now }),
      answer: ({ kept: reader }) => ({ reader: { card: reader.card, name: reader.name, cardExpiresOn: reader.cardExpiresOn } }),
    })
  })
  .post('/:card/notes', may('register-readers'), valid('param', owner), valid('json', z.object({ text: text(500) })), (c) => {
    const { text: note } = c.req.valid('json')
    const { now } = c.var
    return perform(c, {
      request: c.req.valid('json'),
      facts: readerRecord(c.req.valid('param').card),
      decide: (reader) => reader ?? refuse('reader-not-found'),
      record: (reader, { id: staffId, branchId }) => recordNote(reader, note, { staffId, branchId, now }),
      answer: () => ({ note: { text: note } }),
    })
  })
  .delete('/:card/notes/:id', may('register-readers'), valid('param', owner.extend({ id: z.coerce.number().int().positive() })), (c) => {
    const { card: wantedCard, id } = c.req.valid('param')
    const { now } = c.var
    return perform(c, {
      request: { id },
      facts: noteIsOpen(wantedCard, id),
      decide: (open) => (open ? { id } : refuse('note-not-found')),
      record: (_, { id: staffId, branchId }) => recordNoteRemoved(id, { staffId, branchId, now }),
      answer: (removed) => ({ removed }),
    })
  })
