import type { MiddlewareHandler } from 'hono'
import type { RouterRoute } from 'hono/types'
import type { ZodType } from 'zod'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { type Actor, type Deed, forbid } from '../domain/staff/permissions.ts'
import type { Call, Room } from '../ports.ts'
import { readerOf } from './reader-session.ts'
import { actorOf } from './session.ts'
import { type Place, shapeOf } from './shape.ts'

/** Who may come in: staff with the right to a deed, all staff, readers to what is their own, or anybody. */
export type Door = Deed | 'any-staff' | 'any-reader' | 'anybody'

const DOOR = Symbol('door')
type Doorway = MiddlewareHandler<Room> & { [DOOR]: Door }

/** Stands first behind the path of a route and names the deed it is for; `perform` and `forbidHere` hold to it. */
export function may(door: Door): Doorway {
  const enter: MiddlewareHandler<Room> = async (c, next) => {
    c.set('door', door)
    await next()
  }
  return Object.assign(enter, { [DOOR]: door })
}

export const anybody = may('anybody')
export const anyStaff = may('any-staff')
export const anyReader = may('any-reader')

/** Why this person may not come in here, at this branch, if so. */
export function forbidHere(c: Call, actor: Actor | undefined, branchId?: number): Refusal | undefined {
  const { door } = c.var
  if (door === 'anybody' || door === 'any-reader') return undefined
  if (door === 'any-staff') return actor ? undefined : refuse('sign-in-required')
  return forbid(actor, door, branchId)
}

/** For an answer given before the facts are asked: one trip more. */
export async function forbidAtOnce(c: Call): Promise<Refusal | undefined> {
  if (c.var.door === 'anybody') return undefined
  if (c.var.door === 'any-reader') {
    const { reader } = await c.var.db.ask({ reader: await readerOf(c) })
    return reader ? undefined : refuse('sign-in-required')
  }
  const { actor } = await c.var.db.ask({ actor: await actorOf(c) })
  return forbidHere(c, actor)
}

export interface OpenRoute {
  method: string
  path: string
  door: Door
  /** What it lets in, by where that stands in the request. */
  shapes: Partial<Record<Place, ZodType>>
}

const doorOf = (handler: RouterRoute['handler']) => (DOOR in handler ? (handler as unknown as Doorway)[DOOR] : undefined)

/** Every route with its door. A route without one is not served: the program does not start. */
export function openRoutes(app: { routes: RouterRoute[] }): OpenRoute[] {
  const known = new Map<string, Omit<OpenRoute, 'door'> & { door: Door | undefined }>()
  for (const { method, path, handler } of app.routes) {
    if (method === 'ALL') continue
    const { shapes, door } = known.get(`${method} ${path}`) ?? { shapes: {}, door: undefined }
    const shape = shapeOf(handler)
    known.set(`${method} ${path}`, {
      method,
      path,
      door: door ?? doorOf(handler),
      shapes: shape ? { ...shapes, [shape.place]: shape.schema } : shapes,
    })
  }
  return [...known].map(([name, { door, ...route }]) => {
    if (!door) throw new Error(`${name} names no deed: put may('...') behind its path, see worker/middleware/may.ts`)
    return { ...route, door }
  })
}
