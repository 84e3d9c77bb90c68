import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient } from '@libsql/client/http'
import { migrate } from '../../db/migrate.ts'
import { readMigrations } from '../../db/read-migrations.ts'
import { createApp } from '../../worker/app.ts'
import { hashPassword } from '../../worker/password.ts'
import { openInProcess } from '../support/in-process.ts'
import type { Copy, Deed, Hold, World } from './model.ts'

/** What may befall a request to the database. */
export const FAULTS = ['none', 'lost-before', 'lost-after', 'refused', 'cut-short', 'late'] as const
export type Fault = (typeof FAULTS)[number]

export const BRANCHES = [1, 2, 3]
const PASSWORD = 'a-long-password'
const START = Date.parse('2026-09-07T05:00:00Z')
const ATTEMPTS = 6

/** A library with nothing in it but what a history brings, and a line to its database that breaks on demand. */
export async function openRealLibrary() {
  const directory = mkdtempSync(join(tmpdir(), 'bulaq-model-'))
  const database = await openInProcess(directory)
  const client = createClient({ url: database.url, fetch: database.answer })
  await migrate(client, readMigrations())
  await client.batch(
    [
      ...BRANCHES.map((id) => `INSERT INTO branches (id, code, name_kk, name_ru, name_en) VALUES (${id}, 'b${id}', '', '', '')`),
      // Nobody is late in the model, so its loans are long.
      "INSERT INTO policy_versions (id, name, longest_days, made_at) VALUES (2, '2', 60, '2026-01-01T00:00:00.000Z')",
      `INSERT INTO policy_rules (version_id, terms) SELECT 2, json_set(terms, '$.loanDays', 60) FROM policy_rules
        WHERE version_id = 1 AND branch_id = 0 AND category = '' AND material = ''`,
      'UPDATE policy_versions SET in_force_at = made_at WHERE id = 2',
      {
        sql: "INSERT INTO staff (login, name, role, password) VALUES ('director', 'Д', 'director', ?)",
        args: [await hashPassword(PASSWORD)],
      },
    ],
    'write',
  )
  let now = START
  let faults: Fault[] = []
  const send = async (request: Request): Promise<Response> => {
    const fault = faults.shift() ?? 'none'
    if (fault === 'lost-before') throw new TypeError('fetch failed')
    if (fault === 'refused') return new Response('down', { status: 500 })
    if (fault === 'late') await new Promise((resolve) => setImmediate(resolve))
    const response = await database.answer(request)
    if (fault === 'lost-after') throw new TypeError('fetch failed')
    if (fault !== 'cut-short') return response
    const text = await response.text()
    return new Response(text.slice(0, text.length / 2))
  }
  const app = createApp({ now: () => new Date(now), fetch: send as typeof fetch })
  const cache = { get: async () => null, put: async () => undefined }
  const bindings = { LIBSQL_URL: database.url, CACHE: cache, ASSETS: { fetch: async () => new Response() } }
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} }
  let cookie = ''
  async function call(method: string, path: string, body: object | undefined, key: string): Promise<Response> {
    const request = new Request(`http://bulaq.test${path}`, {
      method,
      headers: { cookie, 'idempotency-key': key, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return app.request(request, undefined, bindings, context)
  }
  const signedIn = await call('POST', '/api/session', { login: 'director', password: PASSWORD }, 'sign-in')
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''

  await client.execute("UPDATE sessions SET expires_at = '9999-01-01'")

  let histories = 0
  return {
    client,
    close: () => {
      client.close()
      database.close()
      rmSync(directory, { recursive: true, force: true })
    },
    /** A title with its copies, and readers, that no history had before. */
    async begin(homes: number[], readers: number) {
      histories += 1
      const base = histories * 100
      now = START
      await client.batch(
        [
          {
            sql: `INSERT INTO records (id, identity, title, language, content_group, kind, title_sort, description, added_at, changed_at)
                  VALUES (?, ?, 'Т', 'kaz', 'fiction', 'book', '', '{}', '', '')`,
            args: [base, `t:${base}`],
          },
          ...homes.map((home, index) => ({
            sql: 'INSERT INTO copies (id, record_id, branch_id, barcode) VALUES (?, ?, ?, ?)',
            args: [base + index, base, home, `C${base + index}`],
          })),
          ...Array.from({ length: readers }, (_, index) => ({
            sql: `INSERT INTO readers (id, card, name, category, birth_year, branch_id, registered_on, card_expires_on)
                  VALUES (?, ?, 'О', 'adult', 1980, 1, '2026-01-05', '2030-12-31')`,
            args: [base + index, `R${base + index}`],
          })),
        ],
        'write',
      )
      return history(base, homes)
    },
  }

  function history(base: number, homes: number[]) {
    const holdIds: number[] = []
    const world: World = {
      copies: homes.map(
        (home, id): Copy => ({ id, home, at: home, place: 'shelf', reader: null, renewals: 0, since: 0, transfer: null, hold: null }),
      ),
      holds: [],
    }
    return { world, pass, perform, again, state }

    function pass(minutes: number) {
      now += minutes * 60_000
    }

    /** Does the deed until it is answered, as a desk does whose line is bad; the same key makes it one deed. */
    async function perform(deed: Deed, key: string, plan: Fault[]): Promise<{ done: boolean; text: string }> {
      faults = [...plan]
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const response = await request(deed, key)
        const text = await response.text()
        if (response.status < 500) return { done: response.status < 300, text }
      }
      throw new Error(`no answer to ${JSON.stringify(deed)}`)
    }

    /** The same request once more. */
    async function again(deed: Deed, key: string): Promise<string> {
      faults = []
      return (await request(deed, key)).text()
    }

    function request(deed: Deed, key: string): Promise<Response> {
      const copy = 'copy' in deed ? `C${base + deed.copy}` : ''
      const reader = 'reader' in deed ? `R${base + deed.reader}` : ''
      switch (deed.deed) {
        case 'lend': {
          const confirm = ['copy-waits-for-another-reader', 'title-is-on-hold']
          return call('POST', '/api/loans', { reader, copy, branch: deed.branch, ...(deed.confirm ? { confirm } : {}) }, key)
        }
        case 'take-back':
          return call('POST', '/api/returns', { copy, branch: deed.branch }, key)
        case 'renew':
          return call('POST', '/api/renewals', { copy }, key)
        case 'hold':
          return call('POST', '/api/holds', { reader, record: base, pickup: deed.pickup }, key)
        case 'cancel':
          return call('DELETE', `/api/holds/${holdIds[deed.hold - 1] ?? 0}`, undefined, key)
        case 'send':
          return call('POST', '/api/transfers', { copy, to: deed.to, branch: deed.from }, key)
      }
    }

    /** The world as the database has it, in the words of the model. */
    async function state(): Promise<Pick<Hold, 'reader' | 'pickup' | 'state' | 'copy'>[] | { copies: object[]; holds: object[] }> {
      const [copies, holds] = await client.batch(
        [
          {
            sql: `SELECT c.id, c.holding_branch_id AS at, coalesce(w.place, 'shelf') AS place, l.reader_id, l.renewals, t.to_branch_id
                  FROM copies c LEFT JOIN copy_whereabouts w ON w.copy_id = c.id LEFT JOIN loans l ON l.copy_id = c.id AND l.returned_at IS NULL
                  LEFT JOIN transfers t ON t.copy_id = c.id AND t.received_at IS NULL AND t.cancelled_at IS NULL WHERE c.record_id = ? ORDER BY c.id`,
            args: [base],
          },
          {
            sql: 'SELECT id, reader_id, pickup_branch_id, state, trapped_copy_id FROM holds WHERE record_id = ? ORDER BY queue_ordinal',
            args: [base],
          },
        ],
        'read',
      )
      holdIds.splice(0, holdIds.length, ...(holds?.rows.map(({ id }) => Number(id)) ?? []))
      const isOpen = (holdState: unknown) => holdState === 'queued' || holdState === 'waiting' || holdState === 'in-transit'
      return {
        copies: (copies?.rows ?? []).map(({ at, place, reader_id, renewals, to_branch_id }) => ({
          at: Number(at),
          place,
          reader: reader_id === null ? null : Number(reader_id) - base,
          renewals: Number(renewals ?? 0),
          to: to_branch_id === null ? null : Number(to_branch_id),
        })),
        holds: (holds?.rows ?? []).map((hold) => ({
          reader: Number(hold.reader_id) - base,
          pickup: Number(hold.pickup_branch_id),
          state: hold.state,
          copy: isOpen(hold.state) && hold.trapped_copy_id !== null ? Number(hold.trapped_copy_id) - base : null,
        })),
      }
    }
  }
}

/** What of the model can be seen in the database. */
export function visible({ copies, holds }: World) {
  const isOpen = ({ state }: Hold) => state === 'queued' || state === 'waiting' || state === 'in-transit'
  return {
    copies: copies.map(({ at, place, reader, renewals, transfer }) => ({ at, place, reader, renewals, to: transfer?.to ?? null })),
    holds: holds.map((hold) => ({ reader: hold.reader, pickup: hold.pickup, state: hold.state, copy: isOpen(hold) ? hold.copy : null })),
  }
}
