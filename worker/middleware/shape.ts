import type { ZodType } from 'zod'

/** Where a part of a request stands. */
export type Place = 'json' | 'query' | 'param'

const SHAPE = Symbol('shape')

export interface Shaped {
  [SHAPE]: { place: Place; schema: ZodType }
}

/** Writes on what checks a request what it lets in, so that the route table tells every field that there is. */
export function withShape<Handler extends object>(handler: Handler, place: Place, schema: ZodType): Handler & Shaped {
  return Object.assign(handler, { [SHAPE]: { place, schema } })
}

export const shapeOf = (handler: object) => (SHAPE in handler ? (handler as Shaped)[SHAPE] : undefined)
