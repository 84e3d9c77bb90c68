/** Bytes as they arrive: a request's body, a file, a fetched part of an R2 object. */
export type Chunks = AsyncIterable<Uint8Array> | ReadableStream<Uint8Array>

/** A slice of the file that should hold one record, or says why it does not. */
export interface Slice {
  bytes: Uint8Array
  problem?: { reason: string; detail: string }
}

/** What a scanner found in the text so far; everything before `keep` may be forgotten. */
export interface Scan {
  slices: { start: number; end: number; problem?: Slice['problem'] }[]
  keep: number
}

export type Scanner = (text: string, final: boolean) => Scan

const blockSize = 65536
/** ISO 2709 cannot address more than 99,999 bytes; XML and IRBIS text take a few times more. */
const longestRecord = 1_048_576

async function* chunksOf(chunks: Chunks): AsyncGenerator<Uint8Array> {
  if (Symbol.asyncIterator in chunks) {
    yield* chunks
    return
  }
  const reader = (chunks as ReadableStream<Uint8Array>).getReader()
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}

/** The same bytes in pieces of one size, so that a reader's cost does not depend on the sender's. */
export async function* blocks(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let block = new Uint8Array(blockSize)
  let filled = 0
  for await (const chunk of chunksOf(chunks)) {
    for (let at = 0; at < chunk.length; ) {
      const taken = Math.min(blockSize - filled, chunk.length - at)
      block.set(chunk.subarray(at, at + taken), filled)
      filled += taken
      at += taken
      if (filled === blockSize) {
        yield block
        block = new Uint8Array(blockSize)
        filled = 0
      }
    }
  }
  if (filled > 0) yield block.subarray(0, filled)
}

/** Cuts a stream into slices with a scanner, holding at most one overlong record in memory. */
export async function* cut(source: AsyncIterable<Uint8Array>, scan: Scanner, textOf: (bytes: Uint8Array) => string): AsyncGenerator<Slice> {
  let held: Uint8Array = new Uint8Array(0)
  function* take(final: boolean): Generator<Slice> {
    const { slices, keep } = scan(textOf(held), final)
    for (const { start, end, problem } of slices) {
      const bytes = held.slice(start, end)
      yield problem === undefined ? { bytes } : { bytes, problem }
    }
    held = held.subarray(keep)
    if (held.length <= longestRecord) return
    const detail = `A record goes on for more than ${longestRecord} bytes without an end.`
    yield { bytes: held.slice(0, 1024), problem: { reason: 'record-too-long', detail } }
    held = new Uint8Array(0)
  }
  for await (const block of source) {
    const joined = new Uint8Array(held.length + block.length)
    joined.set(held)
    joined.set(block, held.length)
    held = joined
    yield* take(false)
  }
  yield* take(true)
}
