import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'

const DATA = new URL('./data/', import.meta.url)

/** The catalogues of other libraries that come with the project, in the order they are imported. */
export const SHIPPED_FILES = [
  'irbis-ibis32.txt.gz',
  'irbis-records.txt',
  'irbis-reports.txt.gz',
  'lc-british-library.xml.gz',
  'lc-dnb.xml.gz',
  'lc-gwu.xml.gz',
  'lc-loc-general.xml.gz',
  'lc-nlm.xml.gz',
  'lc-oclc.xml.gz',
  'lc-princeton.xml.gz',
] as const

/** The bytes of a shipped file, unpacked, as a stream. */
export function openShipped(fileName: string): AsyncIterable<Uint8Array> {
  const packed = createReadStream(new URL(fileName, DATA))
  return fileName.endsWith('.gz') ? packed.pipe(createGunzip()) : packed
}

export function readCoreList(): Promise<string> {
  return readFile(new URL('kazakh-core.tsv', DATA), 'utf8')
}
