import { join } from 'node:path'
import { Databases } from '../../db/server/databases.ts'
import { loadEngine, type OpenConnection } from '../../db/server/engine.ts'
import { defaultLimits } from '../../db/server/limits.ts'
import { answerPipeline } from '../../db/server/pipeline.ts'
import { oneStatement } from '../../db/server/statements.ts'
import { Streams } from '../../db/server/streams.ts'

/** The embedded database without a socket between: thousands of histories need not wait for the network, nor for the disk. */
export async function openInProcess(directory: string) {
  const open = await loadEngine('node-sqlite')
  const databases = new Databases({ file: join(directory, 'library.db') }, hasty(open), defaultLimits)
  const streams = new Streams(defaultLimits)
  const database = databases.at('')
  if (!database) throw new Error('no database')
  return {
    url: 'http://database.test',
    answer: async (request: Request): Promise<Response> => Response.json(await answerPipeline(streams, database, await request.text())),
    close: () => {
      streams.closeAll()
      databases.close()
    },
  }
}

/** A commit that does not wait until it is on the disk: what the power would cut is of no use to a test. */
function hasty(open: OpenConnection): OpenConnection {
  return (path) => {
    const connection = open(path)
    connection.run(oneStatement('PRAGMA synchronous = OFF'), [], () => undefined)
    return connection
  }
}
