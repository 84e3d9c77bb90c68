import { hex } from './hex.ts'

/** The SHA-256 of bytes or of a text in UTF-8, in hexadecimal. */
export async function sha256(content: Uint8Array | string): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}
