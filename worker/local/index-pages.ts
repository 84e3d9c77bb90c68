import { parentPort, workerData } from 'node:worker_threads'
import { protectedFacts } from '../../db/catalogue/protected-words.ts'
import { ask, openDatabase } from '../../db/client.ts'
import { pageMaker } from '../jobs/rebuild-index.ts'
import type { PageMade, PageWanted, WorkOfThread } from './index-threads.ts'

const { address, now }: WorkOfThread = workerData
const { client } = openDatabase(address)
let make: Promise<ReturnType<typeof pageMaker>> | undefined

const tell = (message: PageMade) => parentPort?.postMessage(message)

parentPort?.on('message', async ({ number, recordIds }: PageWanted) => {
  try {
    make ??= ask(client, protectedFacts()).then((known) => pageMaker(client, now, known))
    tell({ number, page: await (await make)(recordIds) })
  } catch (error) {
    tell({ number, error })
  }
})
