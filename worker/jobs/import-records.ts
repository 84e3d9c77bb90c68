import type { Client } from '@libsql/client/http'
import { recordSamples, samplesAreOutgrown } from '../../db/catalogue/rebuild.ts'
import { ask } from '../../db/client.ts'
import { dayOf } from '../domain/calendar.ts'
import { toIncoming } from '../domain/catalogue/describe.ts'
import { withOcrReading } from '../domain/catalogue/ocr-reading.ts'
import { type ReadOptions, readRecords } from '../formats/read-records.ts'
import { sha256 } from '../sha256.ts'
import { type IncomingOriginal, takeIn } from './take-in.ts'
import { type AuthorityOriginal, takeInHeadings } from './take-in-headings.ts'

interface Counts {
  read: number
  added: number
  updated: number
  unchanged: number
  quarantined: number
}

export interface Summary extends Counts {
  file: string
}

export interface ImportOptions extends ReadOptions {
  fileName: string
  defaultBranchId: number
  now: Date
  staffId?: number | undefined
  /** The records were scanned: what they probably say finds them too. */
  ocr?: boolean
  onProgress?: (counts: Counts) => void
}

interface SetAside {
  number: number
  bytes: Uint8Array
  reason: string
  detail: string
}

const CHUNK = 200

/** Imports one file as a stream. What cannot be taken in is set aside in quarantine with its bytes and the reason. */
export async function importRecords(client: Client, chunks: AsyncIterable<Uint8Array>, options: ImportOptions): Promise<Summary> {
  const counts: Counts = { read: 0, added: 0, updated: 0, unchanged: 0, quarantined: 0 }
  const importId = await startImport(client, options)
  let originals: IncomingOriginal[] = []
  let headings: AuthorityOriginal[] = []
  let aside: SetAside[] = []
  const waiting = () => originals.length + headings.length + aside.length
  const flush = async () => {
    for (const outcome of await takeIn(client, originals, options)) counts[outcome] += 1
    for (const outcome of await takeInHeadings(client, headings, options.now)) counts[outcome] += 1
    await quarantine(client, importId, aside, options.now)
    counts.quarantined += aside.length
    counts.read += waiting()
    originals = []
    headings = []
    aside = []
    options.onProgress?.({ ...counts })
  }
  for await (const read of readRecords(chunks, options)) {
    const { number, bytes } = read
    if ('problem' in read) aside.push({ number, bytes, ...read.problem })
    else {
      const incoming = toIncoming(read)
      const original = { bytes, format: read.format, encoding: read.encoding, dialect: read.dialect }
      if ('refused' in incoming) aside.push({ number, bytes, reason: incoming.refused, detail: incoming.detail })
      else if ('heading' in incoming) headings.push({ ...original, heading: incoming.heading })
      else originals.push({ ...original, incoming: options.ocr ? withOcrReading(incoming) : incoming })
    }
    if (waiting() >= CHUNK) await flush()
  }
  if (waiting() > 0) await flush()
  await endImport(client, importId, counts, options)
  if (await ask(client, samplesAreOutgrown())) await client.batch(recordSamples(), 'write')
  return { file: options.fileName, ...counts }
}

async function startImport(client: Client, { fileName, staffId, now }: ImportOptions): Promise<number> {
  const { rows } = await client.execute({
    sql: 'INSERT INTO imports (file_name, staff_id, started_at) VALUES (?, ?, ?) RETURNING id',
    args: [fileName, staffId ?? null, now.toISOString()],
  })
  return Number(rows[0]?.id)
}

async function quarantine(client: Client, importId: number, aside: SetAside[], now: Date): Promise<void> {
  if (aside.length === 0) return
  const rows = await Promise.all(aside.map(async (record) => ({ ...record, hash: await sha256(record.bytes) })))
  await client.batch(
    rows.map(({ hash, number, reason, detail, bytes }) => ({
      sql: 'INSERT OR IGNORE INTO quarantine VALUES (?, ?, ?, ?, ?, ?, ?)',
      args: [hash, importId, number, reason, detail, bytes, now.toISOString()],
    })),
    'write',
  )
}

async function endImport(client: Client, importId: number, counts: Counts, { fileName, staffId, now }: ImportOptions): Promise<void> {
  const { read, added, updated, unchanged, quarantined } = counts
  const at = now.toISOString()
  await client.batch(
    [
      {
        sql: 'UPDATE imports SET ended_at = ?, read = ?, added = ?, updated = ?, unchanged = ?, quarantined = ? WHERE id = ?',
        args: [at, read, added, updated, unchanged, quarantined, importId],
      },
      {
        sql: "INSERT INTO journal (at, day, deed, staff_id, quantity, detail) VALUES (?, ?, 'import', ?, ?, ?)",
        args: [at, dayOf(now), staffId ?? null, added + updated, JSON.stringify({ importId, file: fileName })],
      },
    ],
    'write',
  )
}
