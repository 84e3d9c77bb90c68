import type { Row } from '@libsql/client/http'
import { type AccessPoint, pointsOf } from '../../worker/domain/catalogue/headings/access-point.ts'
import { blockOf, type Heading, headings } from '../../worker/domain/catalogue/headings/headings.ts'
import type { Nameable, Names } from '../../worker/domain/catalogue/headings/named-record.ts'
import { titleKey, works } from '../../worker/domain/catalogue/headings/works.ts'
import { type Question, rowsOf } from '../client.ts'

/** The headings that the names of these records may stand for, and the works that their titles may be of. */
export function namesFacts(arriving: readonly Nameable[]): Question<Names> {
  const points = arriving.flatMap(({ description, names }) => pointsOf(description, names))
  const titles = arriving.flatMap(({ description: { title, otherTitles = [] } }) => [title, ...otherTitles.map((other) => other.title)])
  return namesNear(points, titles)
}

export function namesNear(points: readonly AccessPoint[], titles: readonly string[]): Question<Names> {
  const blocks = points.flatMap(({ kind, form, name, also }) => [name, ...also].map((each) => blockOf(kind, form, each)))
  const authorities = points.flatMap(({ authority }) => authority ?? [])
  const near = `SELECT heading_id FROM heading_names WHERE block IN (SELECT value FROM json_each(:blocks))
    UNION SELECT id FROM headings WHERE authority IN (SELECT value FROM json_each(:authorities))`
  const args = { blocks: set(blocks), authorities: set(authorities) }
  return {
    statements: [
      {
        sql: `SELECT h.*, (SELECT json_group_array(n.name) FROM heading_names n WHERE n.heading_id = h.id) AS names
              FROM headings h WHERE h.id IN (${near}) ORDER BY h.id`,
        args,
      },
      {
        sql: `SELECT * FROM work_titles WHERE work_id IN (SELECT work_id FROM work_titles
                WHERE title_key IN (SELECT value FROM json_each(:titles)) AND (heading_id = 0 OR heading_id IN (${near})))`,
        args: { ...args, titles: set(titles.map(titleKey)) },
      },
      'SELECT (SELECT coalesce(max(id), 0) FROM headings) AS heading_id, (SELECT coalesce(max(work_id), 0) FROM work_titles) AS work_id',
    ],
    read: (results) => {
      const known = rowsOf(results).map((row) => headingOf(row))
      const titled = rowsOf(results, 1).map((row) => ({
        workId: Number(row.work_id),
        key: String(row.title_key),
        headingId: Number(row.heading_id),
        title: String(row.title),
      }))
      const last = rowsOf(results, 2)[0]
      return {
        headings: headings(known, Number(last?.heading_id) + 1),
        works: works(titled, Number(last?.work_id) + 1),
        records: new Map(),
      }
    },
  }
}

const set = (texts: string[]) => JSON.stringify([...new Set(texts)])

function headingOf(row: Row): Heading {
  const { years, authority, established } = row
  return {
    id: Number(row.id),
    kind: row.kind === 'author' ? 'author' : 'subject',
    form: row.form === 'person' ? 'person' : 'body',
    label: String(row.label),
    names: new Set(JSON.parse(String(row.names))),
    ...(typeof years === 'string' && { years }),
    ...(typeof authority === 'string' && { authority }),
    ...(typeof established === 'string' && { established }),
  }
}

/** A page of records after this one that have no headings. */
export function listNameless(afterId: number, limit: number): Question<(Nameable & { id: number })[]> {
  return {
    statements: [
      {
        sql: `SELECT id, description FROM records r WHERE id > ? AND NOT EXISTS (SELECT 1 FROM record_headings h WHERE h.record_id = r.id)
              ORDER BY id LIMIT ?`,
        args: [afterId, limit],
      },
    ],
    read: (results) => rowsOf(results).map(({ id, description }) => ({ id: Number(id), description: JSON.parse(String(description)) })),
  }
}
