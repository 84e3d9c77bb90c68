import { Hono } from 'hono'
import { listBranches } from '../../db/branches.ts'
import type { Room } from '../ports.ts'

export const branches = new Hono<Room>().get('/', async (c) => c.json(await c.var.db.ask({ branches: listBranches() })))
