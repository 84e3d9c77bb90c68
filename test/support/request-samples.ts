import * as z from 'zod'
import type { OpenRoute } from '../../worker/middleware/may.ts'

interface Schema {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  enum?: unknown[]
  const?: unknown
  pattern?: string
  format?: string
  maxLength?: number
  minimum?: number
  maximum?: number
}

type Place = keyof OpenRoute['shapes']

/** What is asked for in words that no schema tells. */
const TEXTS: [RegExp, string][] = [
  [/^(reader|card)$/, 'R1'],
  [/^(copy|copies|barcode)$/, 'C1'],
  [/^(day|from|to|on|until)$|On$|Until$|Day$/, '2026-12-01'],
  [/At$/, '2026-11-23T05:00:00.000Z'],
  [/^month$/, '2026-10'],
  [/^period$/, '2026-10'],
  [/^(pin|newPin)$/, '493817'],
]

const BIRTH_YEAR = 1990

const jsonSchema = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema

const isFree = (name: string, { type, pattern, format, enum: of }: Schema) =>
  type === 'string' && !pattern && !format && !of && !TEXTS.some(([words]) => words.test(name))

function sample(name: string, schema: Schema, text: string | undefined): unknown {
  const choice = (schema.anyOf ?? schema.oneOf)?.find(({ type }) => type !== 'null')
  if (choice) return sample(name, choice, text)
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object')
    return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, sample(key, inner, text)]))
  if (type === 'array') return schema.items ? [sample(name, schema.items, text)] : []
  if (type === 'boolean') return true
  if (name === 'birthYear') return BIRTH_YEAR
  if (schema.format === 'email') return 'reader@example.kz'
  if (type === 'number' || type === 'integer') return Math.min(Math.max(1, schema.minimum ?? 1), schema.maximum ?? 1)
  if (text !== undefined && isFree(name, schema)) return text.slice(0, schema.maxLength ?? text.length)
  return TEXTS.find(([words]) => words.test(name))?.[1] ?? '1'
}

/** What a route lets in at this place, as it may well come; its free texts are `text`, if given. */
export function sampleOf({ shapes }: OpenRoute, place: Place, text?: string): Record<string, unknown> {
  const schema = shapes[place]
  return schema ? (sample('', jsonSchema(schema), text) as Record<string, unknown>) : {}
}

/** The names of the texts that people write as they like, by the schema of a route's body. */
export function freeTexts({ shapes }: OpenRoute): string[] {
  const found = (name: string, schema: Schema): string[] => [
    ...(isFree(name, schema) ? [name] : []),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => found(key, inner)),
    ...[...(schema.items ? [schema.items] : []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((inner) => found(name, inner)),
  ]
  return shapes.json ? [...new Set(found('', jsonSchema(shapes.json)))] : []
}
