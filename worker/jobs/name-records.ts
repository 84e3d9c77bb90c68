import type { Client } from '@libsql/client/http'
import { listNameless, namesFacts } from '../../db/catalogue/headings.ts'
import { recordNames } from '../../db/catalogue/record-names.ts'
import { ask } from '../../db/client.ts'
import { nameRecord } from '../domain/catalogue/headings/named-record.ts'

const PAGE = 500

/** Gives headings and works to records taken in before there were any; the index has to be built after it. */
export async function nameRecords(client: Client): Promise<void> {
  for (let last = 0; ; ) {
    const page = await ask(client, listNameless(last, PAGE))
    const end = page.at(-1)
    if (!end) return
    last = end.id
    const names = await ask(client, namesFacts(page))
    for (const record of page) nameRecord(record.id, record, names)
    await client.batch(recordNames(names), 'write')
  }
}
