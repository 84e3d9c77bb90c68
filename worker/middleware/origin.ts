import type { MiddlewareHandler } from 'hono'
import type { Room } from '../ports.ts'
import { refusedWith } from './answer.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Only our own pages, or programs that are no browser, may change anything. */
export const ownOrigin: MiddlewareHandler<Room> = async (c, next) => {
  if (!SAFE.has(c.req.method)) {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
    const foreignOrigin = origin !== undefined && hostOf(origin) !== hostOf(c.req.url)
    if (foreignSite || foreignOrigin) return refusedWith(c, 'foreign-origin')
  }
  return next()
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined
}
