import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DatabaseAddress } from '../../db/client.ts'
import { type IndexPage, type PageMaking, rebuildIndex } from '../jobs/rebuild-index.ts'
import type { DatabaseThere } from './database.ts'

export interface WorkOfThread {
  address: DatabaseAddress
  now: Date
}

export interface PageWanted {
  number: number
  recordIds: number[]
}

export type PageMade = { number: number; page: IndexPage } | { number: number; error: unknown }

/** More would wait for the database; each remembers some 150 MB of words. */
const MOST_THREADS = 3

/** Builds the whole index anew, on all cores of this machine: the pages are worked out in threads, and written by this one. */
export async function rebuildInThreads(
  { client, address }: DatabaseThere,
  now: Date,
  onProgress?: (records: number) => void,
): Promise<number> {
  const making = openThreads({ address, now })
  try {
    return await rebuildIndex(client, now, { making, ...(onProgress ? { onProgress } : {}) })
  } finally {
    await making.close()
  }
}

function openThreads(work: WorkOfThread): PageMaking & { close(): Promise<void> } {
  const waiting = new Map<number, { resolve: (page: IndexPage) => void; reject: (error: unknown) => void }>()
  let failure: unknown
  const threads = Array.from({ length: Math.min(MOST_THREADS, availableParallelism()) }, () => {
    const thread = new Worker(new URL('index-pages.ts', import.meta.url), { workerData: work })
    thread.on('message', (made: PageMade) => {
      const wanted = waiting.get(made.number)
      waiting.delete(made.number)
      if ('page' in made) wanted?.resolve(made.page)
      else wanted?.reject(made.error)
    })
    thread.on('error', (error) => {
      failure = error
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    })
    return thread
  })
  let number = 0
  return {
    ahead: 2 * threads.length,
    make(recordIds) {
      if (failure) return Promise.reject(failure)
      const page = new Promise<IndexPage>((resolve, reject) => waiting.set(++number, { resolve, reject }))
      threads[number % threads.length]?.postMessage({ number, recordIds } satisfies PageWanted)
      return page
    },
    close: async () => void (await Promise.all(threads.map((thread) => thread.terminate()))),
  }
}
