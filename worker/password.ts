import { hex } from './hex.ts'

/** Cloudflare refuses more than 100,000 rounds in one call (workerd#1346). */
export const ROUNDS = 100_000

const encoder = new TextEncoder()
const fromHex = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

async function derive(password: string, salt: Uint8Array, rounds: number, pepper: string): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(password + pepper), 'PBKDF2', false, ['deriveBits'])
  const options = { name: 'PBKDF2', hash: 'SHA-256', salt: new Uint8Array(salt), iterations: rounds }
  return new Uint8Array(await crypto.subtle.deriveBits(options, key, 256))
}

/** `pbkdf2-sha256$rounds$salt$hash`, salt and hash in hexadecimal. */
export async function hashPassword(password: string, pepper = ''): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return `pbkdf2-sha256$${ROUNDS}$${hex(salt)}$${hex(await derive(password, salt, ROUNDS, pepper))}`
}

export async function passwordMatches(password: string, stored: string, pepper = ''): Promise<boolean> {
  const [, rounds = '1', salt = '', hash = ''] = stored.split('$')
  const expected = fromHex(hash)
  const found = await derive(password, fromHex(salt), Number(rounds), pepper)
  let difference = expected.length ^ found.length
  for (const [index, byte] of found.entries()) difference |= byte ^ (expected[index] ?? 0)
  return difference === 0
}

/** Verified against when no such login exists, so that an unknown login takes as long as a wrong password. */
export const NOBODY = `pbkdf2-sha256$${ROUNDS}$${'00'.repeat(16)}$${'00'.repeat(32)}`
