import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { holdsNight } from '../../worker/jobs/holds-night.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library

async function freshLibrary(): Promise<void> {
  library = await openLibrary()
  await library.client.batch(
    [
      "INSERT INTO branches (id, code, name_kk, name_ru, name_en) VALUES (3, 'branch-2', '', '', '')",
      `INSERT INTO readers (id, card, name, category, birth_year, branch_id, registered_on, card_expires_on) VALUES
        (5, 'R3', 'Серік Айдана', 'adult', 1999, 1, '2026-01-05', '2028-12-31'), (6, 'R4', 'Пак Виктор', 'adult', 1971, 2, '2026-01-05', '2028-12-31')`,
      "UPDATE readers SET card_expires_on = '2028-12-31' WHERE card IN ('R1', 'R2')",
      "INSERT INTO copies (id, record_id, branch_id, barcode) VALUES (20, 1, 3, 'C8')",
    ],
    'write',
  )
  await library.signIn('director')
  await library.client.execute("UPDATE sessions SET expires_at = '2030'")
}

/** What must hold after every deed (R83), and the row that breaks it. */
const LAWS = {
  'a lent copy is at its reader': `SELECT copy_id FROM loans WHERE returned_at IS NULL
    EXCEPT SELECT copy_id FROM copy_whereabouts WHERE place = 'on-loan'`,
  'a copy at a reader is lent': `SELECT copy_id FROM copy_whereabouts WHERE place = 'on-loan'
    EXCEPT SELECT copy_id FROM loans WHERE returned_at IS NULL`,
  'a copy sent is on its way': `SELECT copy_id FROM transfers WHERE sent_at IS NOT NULL AND received_at IS NULL AND cancelled_at IS NULL
    EXCEPT SELECT copy_id FROM copy_whereabouts WHERE place = 'in-transit'`,
  'a copy on its way was sent': `SELECT copy_id FROM copy_whereabouts WHERE place = 'in-transit'
    EXCEPT SELECT copy_id FROM transfers WHERE sent_at IS NOT NULL AND received_at IS NULL AND cancelled_at IS NULL`,
  'a waiting hold has its copy on its hold shelf': `SELECT h.id FROM holds h JOIN copies c ON c.id = h.trapped_copy_id
    LEFT JOIN copy_whereabouts w ON w.copy_id = c.id AND w.place = 'hold-shelf' AND w.hold_id = h.id
    WHERE h.state = 'waiting' AND (w.copy_id IS NULL OR c.holding_branch_id <> h.pickup_branch_id)`,
  'a hold under way has its copy under way to its pickup branch': `SELECT h.id FROM holds h WHERE h.state = 'in-transit' AND NOT EXISTS (
    SELECT 1 FROM transfers t WHERE t.copy_id = h.trapped_copy_id AND t.hold_id = h.id AND t.to_branch_id = h.pickup_branch_id
      AND t.sent_at IS NOT NULL AND t.received_at IS NULL AND t.cancelled_at IS NULL)`,
  'nobody waits for a marked copy': `SELECT h.id FROM holds h JOIN copy_incidents i ON i.copy_id = h.trapped_copy_id AND i.closed_at IS NULL
    WHERE h.state IN ('waiting', 'in-transit')`,
  'the stock counts what stands on the shelves': `SELECT s.record_id FROM stock s
    WHERE s.on_shelf <> (SELECT count(*) FROM copies_on_shelf c WHERE c.record_id = s.record_id AND c.branch_id = s.branch_id)`,
  'every change has its line': `SELECT id FROM holds h WHERE h.changes <> (SELECT count(*) FROM hold_changes c WHERE c.hold_id = h.id)
    UNION ALL SELECT id FROM copies c WHERE c.changes <> (SELECT count(*) FROM copy_changes k WHERE k.copy_id = c.id)`,
}

async function broken(): Promise<string[]> {
  const results = await library.client.batch(Object.values(LAWS), 'read')
  return Object.keys(LAWS).filter((_, index) => (results[index]?.rows.length ?? 0) > 0)
}

const copy = fc.constantFrom('C1', 'C2', 'C8')
const reader = fc.constantFrom('R1', 'R2', 'R3', 'R4')
const branch = fc.constantFrom(1, 2, 3)
const ALL = [
  'copy-is-on-loan',
  'copy-waits-for-another-reader',
  'title-is-on-hold',
  'too-many-loans',
  'copy-is-damaged',
  'reader-has-the-title',
  'reader-lost-a-book',
]

type Deed = [method: string, path: string, body?: object]
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(copy, branch).map(([barcode, at]): Deed => ['POST', '/api/returns', { copy: barcode, branch: at }]) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(reader, copy, branch, fc.boolean())
      .map(
        ([card, barcode, at, sure]): Deed => ['POST', '/api/loans', { reader: card, copy: barcode, branch: at, confirm: sure ? ALL : [] }],
      ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(reader, branch).map(([card, at]): Deed => ['POST', '/api/holds', { reader: card, record: 1, pickup: at }]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(reader, copy, branch)
      .map(([card, barcode, at]): Deed => ['POST', '/api/holds', { reader: card, copy: barcode, pickup: at }]),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 12 }).map((id): Deed => ['DELETE', `/api/holds/${id}`]) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 12 }), branch, fc.boolean())
      .map(([id, pickup, suspended]): Deed => ['PATCH', `/api/holds/${id}`, { pickup, suspended }]),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(copy, branch, fc.option(branch, { nil: undefined }))
      .map(([barcode, to, at]): Deed => ['POST', '/api/transfers', { copy: barcode, to, branch: at }]),
  },
  {
    weight: 1,
    arbitrary: copy.map(
      (barcode): Deed => ['POST', `/api/transfers/${barcode}/cancellation`, { reason: 'x', confirm: ['transfer-is-on-its-way'] }],
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(copy, fc.constantFrom('lost', 'missing', 'damaged', 'claimed-returned'), branch)
      .map(([barcode, kind, at]): Deed => ['POST', `/api/copies/${barcode}/incidents`, { kind, branch: at }]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(copy, fc.constantFrom('found', 'repaired', 'never-lent'), branch)
      .map(([barcode, as, at]): Deed => ['POST', `/api/copies/${barcode}/incidents/closing`, { as, branch: at }]),
  },
  { weight: 1, arbitrary: fc.constant<Deed>(['NIGHT', '']) },
)

async function run([method, path, body]: Deed): Promise<number> {
  if (method !== 'NIGHT') return (await library.call(method, path, body, { 'idempotency-key': crypto.randomUUID() })).status
  await holdsNight(openDatabase({ url: library.bindings.LIBSQL_URL }), library.state.now)
  return 201
}

const HISTORIES = 6
const STEPS = 14

describe('desks at work at once', () => {
  it('R83: break no law, whatever they do, three deeds at a time', async () => {
    await fc.assert(
      fc
        .asyncProperty(fc.array(fc.tuple(deed, deed, deed), { minLength: STEPS, maxLength: STEPS }), async (steps) => {
          for (const [step, deeds] of steps.entries()) {
            library.state.now = new Date(library.state.now.getTime() + (step % 5 === 4 ? 40 * 3_600_000 : 15 * 60_000))
            const statuses = await Promise.all(deeds.map(run))
            expect({ deeds, statuses: statuses.filter((status) => status >= 500), broken: await broken() }).toEqual({
              deeds,
              statuses: [],
              broken: [],
            })
          }
        })
        .beforeEach(freshLibrary),
      { numRuns: HISTORIES },
    )
  }, 60_000)
})
