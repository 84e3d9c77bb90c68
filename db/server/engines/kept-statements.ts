import { openRecent } from '../../../worker/cache/recent.ts'
import type { Column } from '../engine.ts'
import type { Statement } from '../statements.ts'

/** Searches of all kinds have some two hundred texts. Were there fewer places than texts asked in turn, none would be found again. */
const MOST_KEPT = 400
const KEEPS_SCHEMA = /^\s*(select|insert|update|delete|replace|with)\b/i
/** Moves with every change of a schema in this process: what was prepared before may have other columns now. */
let schemas = 0

/** A library puts the same statements all day: preparing one anew costs more than running it. */
export function keptStatements<Prepared>(
  prepare: (sql: string) => Prepared,
  mayKeep: (statement: Statement) => boolean = () => true,
): (statement: Statement) => Prepared {
  let kept = openRecent<Prepared>(MOST_KEPT)
  let preparedUnder = schemas
  return (statement) => {
    const { sql } = statement
    if (!KEEPS_SCHEMA.test(sql)) {
      if (!statement.isFrame) schemas += 1
      return prepare(sql)
    }
    if (!mayKeep(statement)) return prepare(sql)
    if (preparedUnder !== schemas) kept = openRecent(MOST_KEPT)
    preparedUnder = schemas
    const known = kept.get(sql)
    if (known) return known
    const fresh = prepare(sql)
    kept.set(sql, fresh)
    return fresh
  }
}

/** The columns of a prepared statement, asked for once: one prepared before the schema changed is not used again. */
export function keptColumns<Prepared extends object>(
  columns: (prepared: Prepared) => { name: string; type: string | null }[],
): (prepared: Prepared) => Column[] {
  const kept = new WeakMap<Prepared, Column[]>()
  return (prepared) => {
    const known = kept.get(prepared) ?? columns(prepared).map(({ name, type }) => ({ name, decltype: type }))
    kept.set(prepared, known)
    return known
  }
}
