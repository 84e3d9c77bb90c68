import { Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import * as z from 'zod'
import { recordSession, recordSignOut, staffByLogin } from '../../db/staff/session.ts'
import { hex } from '../hex.ts'
import { refusedWith, valid } from '../middleware/answer.ts'
import { anybody, anyStaff } from '../middleware/may.ts'
import { actorOf, COOKIE, tokenHash } from '../middleware/session.ts'
import { NOBODY, passwordMatches } from '../password.ts'
import type { Room } from '../ports.ts'

const WORKING_DAY_S = 12 * 60 * 60
const credentials = z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) })

export const session = new Hono<Room>()
  .post('/', anybody, valid('json', credentials), async (c) => {
    const { login, password } = c.req.valid('json')
    const { staff } = await c.var.db.ask({ staff: staffByLogin(login) })
    const right = await passwordMatches(password, staff?.password ?? NOBODY, c.env.PASSWORD_PEPPER)
    if (!staff || !right) return refusedWith(c, 'sign-in-failed')
    const token = hex(crypto.getRandomValues(new Uint8Array(32)))
    const expires = new Date(c.var.now.getTime() + WORKING_DAY_S * 1000)
    await c.var.db.record(recordSession(await tokenHash(token), staff.actor.id, c.var.now, expires))
    setCookie(c, COOKIE, token, { prefix: 'host', secure: true, httpOnly: true, sameSite: 'Lax', path: '/', maxAge: WORKING_DAY_S })
    return c.json({ staff: staff.actor })
  })
  .get('/', anyStaff, async (c) => {
    const { staff } = await c.var.db.ask({ staff: await actorOf(c) })
    return staff ? c.json({ staff }) : refusedWith(c, 'sign-in-required')
  })
  .delete('/', anybody, async (c) => {
    await c.var.db.record(recordSignOut(await tokenHash(getCookie(c, COOKIE, 'host') ?? '')))
    deleteCookie(c, COOKIE, { prefix: 'host', secure: true, path: '/' })
    return c.body(null, 204)
  })
