import * as z from 'zod'

/** A value of SQLite; bigint is INTEGER, number is REAL. */
export type SqlValue = null | bigint | number | string | Uint8Array

const int64 = z
  .string()
  .regex(/^-?\d{1,19}$/)
  .transform((digits) => BigInt(digits))
  .refine((value) => BigInt.asIntN(64, value) === value, 'integer does not fit in 64 bits')

/** A value on the wire: integers are decimal strings, blobs base64 with or without padding. */
export const wireValue = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('null') }),
    z.object({ type: z.literal('integer'), value: int64 }),
    z.object({ type: z.literal('float'), value: z.number() }),
    z.object({ type: z.literal('text'), value: z.string() }),
    z.object({ type: z.literal('blob'), base64: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/) }),
  ])
  .transform((wire): SqlValue => {
    if (wire.type === 'null') return null
    if (wire.type === 'blob') return Buffer.from(wire.base64, 'base64')
    return wire.type === 'text' ? wire.value.toWellFormed() : wire.value
  })

export type EncodedValue =
  | { type: 'null' }
  | { type: 'integer'; value: string }
  | { type: 'float'; value: unknown }
  | { type: 'text'; value: string }
  | { type: 'blob'; base64: string }

/** Writes a value for the wire. */
export function encodeValue(value: SqlValue): EncodedValue {
  if (value === null) return { type: 'null' }
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() }
  if (typeof value === 'string') return { type: 'text', value }
  if (typeof value === 'number') return { type: 'float', value: encodeFloat(value) }
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  return { type: 'blob', base64: bytes.toString('base64').replace(/=+$/, '') }
}

/** Roughly how many bytes the value takes in an answer. */
export function weightOf(value: SqlValue): number {
  if (typeof value === 'string') return value.length + 32
  return value instanceof Uint8Array ? Math.ceil(value.byteLength * 1.4) + 32 : 32
}

// JSON has no infinity, but every JSON reader turns 1e999 into one.
function encodeFloat(value: number): unknown {
  if (Number.isFinite(value)) return value
  const { rawJSON } = JSON as JSON & { rawJSON(text: string): unknown }
  return rawJSON(value > 0 ? '1e999' : '-1e999')
}
