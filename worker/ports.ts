import type { Context } from 'hono'
import type { Database } from '../db/client.ts'
import type { Env } from './env.ts'
import type { Door } from './middleware/may.ts'

/** What a request carries: its door to the database, its clock, its name in the log. */
export interface Room {
  Bindings: Env
  Variables: { db: Database; now: Date; requestId: string; door: Door }
}

export type Call = Context<Room>
