import { join } from 'node:path'
import { Databases } from '../../db/server/databases.ts'
import { loadEngine } from '../../db/server/engine.ts'
import { defaultLimits } from '../../db/server/limits.ts'
import { answerPipeline } from '../../db/server/pipeline.ts'
import { Streams } from '../../db/server/streams.ts'
import { hasty } from './hasty.ts'

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
