import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import type { Client } from '@libsql/client/http'
import { choosePassword, PASSWORD_LENGTH } from '../domain/staff/choose-password.ts'
import { PERMISSIONS } from '../domain/staff/permissions.ts'
import { LOGIN } from '../domain/staff/staff-member.ts'
import { hashPassword } from '../password.ts'
import { openLocalDatabase } from './database.ts'

const USAGE = `npx node worker/local/add-staff.ts LOGIN NAME ${Object.keys(PERMISSIONS).join('|')} [BRANCH]`

/** From BULAQ_PASSWORD, else asked for without showing what is typed. */
async function askPassword(): Promise<string> {
  const given = process.env.BULAQ_PASSWORD
  if (given !== undefined) return given
  process.stderr.write('Password: ')
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY })
  terminal.once('SIGINT', () => process.exit(130))
  const typed = await terminal.question('')
  terminal.close()
  process.stderr.write('\n')
  return typed
}

async function requireRoom(client: Client, login: string, branch: number | null): Promise<void> {
  const [logins, branches] = await client.batch(
    [
      { sql: 'SELECT 1 FROM staff WHERE login = ?', args: [login] },
      { sql: 'SELECT 1 FROM branches WHERE id = ?', args: [branch] },
    ],
    'read',
  )
  if (logins?.rows.length) throw new Error(`The login ${login} is taken.`)
  if (branch !== null && !branches?.rows.length) throw new Error(`There is no branch ${branch}: see docs/deploy.md.`)
}

async function main(): Promise<void> {
  const [login, name, role = '', branchId] = process.argv.slice(2)
  if (!login || !name || !Object.hasOwn(PERMISSIONS, role)) throw new Error(USAGE)
  if (!LOGIN.test(login)) throw new Error('A login is like librarian1: small Latin letters and digits.')
  const branch = branchId === undefined ? null : Number(branchId)
  if (branch !== null && !Number.isSafeInteger(branch)) throw new Error(USAGE)
  const { client, close } = await openLocalDatabase()
  try {
    await requireRoom(client, login, branch)
    const password = await askPassword()
    if (choosePassword(login, password))
      throw new Error(`A password has at least ${PASSWORD_LENGTH.least} characters, and nothing that is tried first.`)
    await client.execute({
      sql: 'INSERT INTO staff (login, name, role, branch_id, password) VALUES (?, ?, ?, ?, ?)',
      args: [login, name, role, branch, await hashPassword(password, process.env.PASSWORD_PEPPER)],
    })
    console.log(`${name} may sign in as ${login}`)
  } finally {
    await close()
  }
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
