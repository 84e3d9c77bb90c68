import { openDatabase } from '../../db/client.ts'
import { brokenLaws } from '../../db/integrity/integrity.ts'
import { createApp } from '../../worker/app.ts'
import { type Day, dayOf } from '../../worker/domain/calendar.ts'
import { holdsNight } from '../../worker/jobs/holds-night.ts'
import { loansNight } from '../../worker/jobs/loans-night.ts'
import { type Fault, faultyLine } from './faulty-line.ts'
import { bringHistory, deedsDone, openLibrary, PASSWORD } from './library.ts'
import { type Names, outcomeOf, requestOf, type Sent } from './requests.ts'
import type { Deed } from './rules/act.ts'
import type { Copy, World } from './rules/world.ts'
import { readWorld } from './visible.ts'

/** Ten in the morning in Almaty. */
const START = Date.parse('2026-09-07T05:00:00Z')
export const START_MINUTE = 10 * 60
const START_DAY: Day = dayOf(new Date(START))
const ATTEMPTS = 6

export interface Answered {
  outcome: string
  text: string
  sent: Sent | undefined
}

/** The library itself, reached as its desks reach it. */
export async function openRealLibrary() {
  const { url, answer, client, close } = await openLibrary()
  let now = START
  const line = faultyLine(answer)
  // No two requests are of one instant.
  const tick = () => {
    now += 1
    return new Date(now)
  }
  const ports = { now: tick, fetch: line.send as typeof fetch }
  const app = createApp(ports)
  const cache = { get: async () => null, put: async () => undefined }
  const bindings = { LIBSQL_URL: url, CACHE: cache, ASSETS: { fetch: async () => new Response() } }
  const context = { waitUntil: () => undefined, passThroughOnException: () => undefined, props: {} }
  let cookie = ''
  async function call({ method, path, body }: Sent, key: string): Promise<Response> {
    const request = new Request(`http://bulaq.test${path}`, {
      method,
      headers: { cookie, 'idempotency-key': key, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    return app.request(request, undefined, bindings, context)
  }
  const signedIn = await call({ method: 'POST', path: '/api/session', body: { login: 'director', password: PASSWORD } }, 'sign-in')
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  await client.execute("UPDATE sessions SET expires_at = '9999-01-01', last_used_at = '9999-01-01'")

  let histories = 0
  return {
    close,
    deedsDone: () => deedsDone(client),
    /** The laws of a live database (R83) but those of the search index, which has no part in this. */
    brokenLaws: async () => {
      const { findings } = await openDatabase({ url, fetch: answer as typeof fetch }).ask({ findings: brokenLaws() })
      return findings.filter(({ law }) => !law.includes('index') && !law.includes('record'))
    },
    async begin(homes: readonly number[], readers: number) {
      histories += 1
      const base = histories * 100
      now = START
      await bringHistory(client, base, homes, readers)
      return history(base, homes, readers)
    },
  }

  function history(base: number, homes: readonly number[], readers: number) {
    let holdIds: number[] = []
    const world: World = {
      copies: homes.map(
        (home, id): Copy => ({
          id,
          home,
          at: home,
          place: 'shelf',
          loan: null,
          transfer: null,
          hold: null,
          mark: null,
          withdrawn: false,
          lately: null,
        }),
      ),
      holds: [],
      readers: Array.from({ length: readers }, (_, id) => ({ id, blocks: [], charges: [] })),
      closings: [],
    }
    return { world, pass, perform, again, reuse, state }

    function pass(minutes: number) {
      now += minutes * 60_000
    }

    /** Does the deed until it is answered, as a desk does whose line is bad; the same key makes it one deed. */
    async function perform(deed: Deed, key: string, faults: readonly Fault[]): Promise<Answered> {
      if (deed.deed === 'night') return livedNight(faults)
      const sent = requestOf(deed, await names(deed), key)
      line.breakAs(faults)
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        const response = await call(sent, key)
        const text = await response.text()
        if (response.status < 500) return { outcome: outcomeOf(deed, response.status, text), text, sent }
      }
      throw new Error(`no answer to ${JSON.stringify(deed)}`)
    }

    async function livedNight(faults: readonly Fault[]): Promise<Answered> {
      line.breakAs(faults)
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        try {
          const db = openDatabase({ url, fetch: line.send as typeof fetch })
          await holdsNight(db, new Date(now))
          await loansNight(db, new Date(now))
          return { outcome: '1', text: '', sent: undefined }
        } catch {
          // The line broke: the next night, or the librarian, begins anew.
        }
      }
      throw new Error('the night never ended')
    }

    /** The same request once more. */
    async function again({ sent }: Answered, key: string): Promise<string> {
      line.breakAs([])
      return sent ? (await call(sent, key)).text() : ''
    }

    /** Another request under a key that is taken. */
    async function reuse(key: string): Promise<string> {
      line.breakAs([])
      const answered = await call({ method: 'POST', path: '/api/holds/reroute', body: { from: 1, to: 2 } }, key)
      return ((await answered.json()) as { refused?: string }).refused ?? 'done'
    }

    async function names(deed: Deed): Promise<Names> {
      const reader = 'reader' in deed ? deed.reader : -1
      const today = dayOf(new Date(now))
      const first = async (sql: string, args: (string | number)[]) => Number((await client.execute({ sql, args })).rows[0]?.id ?? 9e9)
      const open = 'lifted_at IS NULL AND (until_on IS NULL OR until_on >= ?)'
      return {
        record: base,
        copy: (id) => `C${base + id}`,
        reader: (id) => `R${base + id}`,
        hold: (id) => holdIds[id - 1] ?? 9e9,
        block:
          deed.deed === 'lift'
            ? await first(`SELECT id FROM reader_blocks WHERE reader_id = ? AND ${open} ORDER BY id`, [base + reader, today])
            : 0,
        charge:
          deed.deed === 'pay'
            ? await first('SELECT id FROM charges WHERE reader_id = ? AND settled_at IS NULL ORDER BY id', [base + reader])
            : 0,
        loan:
          deed.deed === 'undo'
            ? await first('SELECT id FROM loans WHERE copy_id = (SELECT id FROM copies WHERE barcode = ?) ORDER BY id DESC', [
                `C${base + deed.copy}`,
              ])
            : 0,
        today,
      }
    }

    async function state(): Promise<string> {
      const read = await readWorld(client, base, START_DAY, dayOf(new Date(now)))
      holdIds = read.holdIds
      return read.seen
    }
  }
}
