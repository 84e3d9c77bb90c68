import type { OpenConnection } from '../../db/server/engine.ts'
import { oneStatement } from '../../db/server/statements.ts'

/** A commit that does not wait until it is on the disk: what the power would cut is of no use to a test. */
export function hasty(open: OpenConnection): OpenConnection {
  return (path) => {
    const connection = open(path)
    connection.run(oneStatement('PRAGMA synchronous = OFF'), [], () => undefined)
    return connection
  }
}
