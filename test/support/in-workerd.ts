import { env } from 'cloudflare:workers'
import { createClient } from '@libsql/client/http'
import { inject } from 'vitest'
import { createApp } from '../../worker/app.ts'
import type { Env } from '../../worker/env.ts'
import { withSearches } from '../../worker/jobs/count-searches.ts'
import { PASSWORD } from './small-library.ts'

export const MONDAY_MORNING = new Date('2026-11-23T05:00:00Z')

/** A small library of its own: a fresh database, a clock to set, a count of the round trips, a line to cut. */
export async function openLibrary() {
  await forgetSearches()
  const url = `${inject('libsqlUrl')}/${crypto.randomUUID()}/`
  const client = createClient({ url })
  const state = { now: MONDAY_MORNING, trips: 0, send: (request: Request): Promise<Response> => fetch(request) }
  const count = (request: Request) => {
    state.trips += 1
    return state.send(request)
  }
  const app = createApp({ now: () => state.now, fetch: count as typeof fetch })
  const bindings: Env = { ...(env as unknown as Env), LIBSQL_URL: url }
  const waiting: Promise<unknown>[] = []
  const context = { waitUntil: (work: Promise<unknown>) => void waiting.push(work), passThroughOnException: () => undefined, props: {} }
  let cookie = ''
  const send = async (method: string, path: string, body?: BodyInit, headers: Record<string, string> = {}) => {
    const request = new Request(`http://bulaq.test${path}`, {
      method,
      headers: { ...(cookie ? { cookie } : {}), ...headers },
      ...(body === undefined ? {} : { body }),
    })
    return app.fetch(request, bindings, context as unknown as ExecutionContext)
  }
  const call = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
    body
      ? send(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers })
      : send(method, path, undefined, headers)
  return {
    client,
    state,
    bindings,
    call,
    send,
    settle: () => Promise.all(waiting.splice(0)),
    /** Whoever signs in does not fall idle when the clock is moved, unless the test is about that. */
    signIn: async (login: string, { mayIdle = false } = {}) => {
      const response = await call('POST', '/api/session', { login, password: PASSWORD })
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
      if (!mayIdle) await client.execute("UPDATE sessions SET last_used_at = '9999-01-01'")
      return response
    },
    signOut: () => {
      cookie = ''
    },
  }
}

/** What was searched for in another library waits in the isolate to be written down: nobody is to count that trip. */
export const forgetSearches = () => withSearches(MONDAY_MORNING, async () => undefined)

export type Library = Awaited<ReturnType<typeof openLibrary>>
