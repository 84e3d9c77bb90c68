/** Turns a UTF-16 stream, told by its byte order mark, into UTF-8; every other stream passes untouched. */
export async function* utf8Blocks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | undefined
  let first = true
  const encoder = new TextEncoder()
  for await (const block of source) {
    if (first) decoder = utf16Decoder(block)
    first = false
    yield decoder === undefined ? block : encoder.encode(decoder.decode(block, { stream: true }))
  }
}

function utf16Decoder(block: Uint8Array): TextDecoder | undefined {
  if (block[0] === 0xff && block[1] === 0xfe) return new TextDecoder('utf-16le')
  if (block[0] === 0xfe && block[1] === 0xff) return new TextDecoder('utf-16be')
  return undefined
}
