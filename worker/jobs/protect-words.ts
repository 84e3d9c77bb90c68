import type { Client } from '@libsql/client/http'
import { listHeadingUse, protectedFacts, recordProtected } from '../../db/catalogue/protected-words.ts'
import { ask } from '../../db/client.ts'
import { worthProtecting } from '../domain/catalogue/headings/worth-protecting.ts'

const PAGE = 5_000

/** Gathers from the headings the words that the stemmer must not cut, and answers with all that are protected. */
export async function protectWords(client: Client): Promise<ReadonlySet<string>> {
  const headings: { label: string; records: number }[] = []
  for (let last = 0; ; ) {
    const page = await ask(client, listHeadingUse(last, PAGE))
    const end = page.at(-1)
    if (!end) break
    headings.push(...page)
    last = end.id
  }
  await client.batch([recordProtected(worthProtecting(headings))], 'write')
  return ask(client, protectedFacts())
}
