import type { InStatement } from '@libsql/client/http'
import { openRecent } from '../worker/cache/recent.ts'

const knownNames = openRecent<readonly string[]>(200)

/**
 * The statement with its named arguments in the order in which SQLite numbers parameters: each name where it stands first. Two names with
 * their values are as long to write and to read as three values without, and a search has forty.
 */
export function byPlace(statement: InStatement): InStatement {
  if (typeof statement === 'string' || !statement.args || Array.isArray(statement.args)) return statement
  const { sql, args } = statement
  const given = (name: string) => {
    const value = args[name]
    if (value === undefined) throw new TypeError(`no value for :${name}`)
    return value
  }
  return { sql, args: namesIn(sql).map(given) }
}

/** The names of the parameters `:name` of a statement, in order; a colon in a text between quotes begins none. */
export function namesIn(sql: string): readonly string[] {
  const known = knownNames.get(sql)
  if (known) return known
  const found = [...sql.matchAll(/'[^']*'|:([a-z]\w*)/gi)].flatMap(([, name]) => name ?? [])
  const names = [...new Set(found)]
  knownNames.set(sql, names)
  return names
}
