import { REFUSAL_STATUS, type RefusalSlug } from '../../domain/refusal.ts'
import type { Table } from '../../domain/statistics/table.ts'
import { tableCsv } from '../../formats/table/csv.ts'
import { tableJson } from '../../formats/table/json.ts'
import { refusedWith } from '../../middleware/answer.ts'
import type { Call } from '../../ports.ts'
import { answerDocument, type Document } from '../document.ts'
import { html } from '../html.ts'
import { layout } from './layout.ts'
import type { Page, Room } from './page.ts'

const SHELL = '/statistics'

/** The page, or one of its tables as a file: `?table=days&as=csv`. */
export async function answerPage(c: Call, room: Room, { title, body, tables, files, keep }: Page): Promise<Response> {
  const as = c.req.query('as')
  if (as !== undefined) {
    const name = c.req.query('table') ?? ''
    const table = tables.find((each) => each.name === name) ?? (files && Object.hasOwn(files, name) ? await files[name]?.() : undefined)
    if (!table) return refusedWith(c, 'not-found')
    if (keep) c.header('Cache-Control', keep)
    return answerFile(c, table, as)
  }
  const { words, language } = room
  return answerDocument(c, SHELL, { language, title: `${title} — ${words.site}`, body: layout(room, body), ...(keep ? { keep } : {}) })
}

/** Whoever may not see a page is told why; whoever is not signed in may do so here. */
export async function answerRefusal(c: Call, room: Room, slug: string): Promise<Response> {
  const { words, language } = room
  if (c.req.query('as') !== undefined) return refusedWith(c, slug in REFUSAL_STATUS ? (slug as RefusalSlug) : 'unexpected')
  const [sentence, help] = words.refusals[slug] ?? words.refusals.unexpected
  const body =
    slug === 'sign-in-required'
      ? html`<div data-sign-in-here><h1 class="unseen">${sentence}</h1><noscript>${words.needsScript}</noscript></div>`
      : html`<div class="statistics"><div class="notice stop" role="alert" data-refused="${slug}"><h1>${sentence}</h1><p>${help}</p></div></div>`
  const status = STATUS[slug] ?? 503
  return answerDocument(c, SHELL, { language, title: `${words.statistics} — ${words.site}`, body: layout(room, body), status })
}

const STATUS: Record<string, Document['status']> = {
  'sign-in-required': 401,
  'not-permitted': 403,
  'wrong-branch': 403,
  'not-found': 404,
  'bad-request': 400,
}

const TYPES: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

async function answerFile(c: Call, table: Table, as: string): Promise<Response> {
  const type = TYPES[as]
  if (!type) return refusedWith(c, 'bad-request')
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename="bulaq-${table.name}.${as}"`)
  if (as === 'csv') return c.body(tableCsv(table))
  if (as === 'json') return c.body(tableJson(table))
  // Only who takes a workbook away loads what writes it.
  const { tableXlsx } = await import('../../formats/table/xlsx.ts')
  return c.body(await tableXlsx(table))
}
