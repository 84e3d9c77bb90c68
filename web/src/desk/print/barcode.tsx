import { code128 } from './code128.ts'

/** The white that a scanner needs on either side, in modules. */
const QUIET = 10

/** A barcode as wide as its box; the text under it is left to whoever prints it. */
export function Barcode({ text }: { text: string }) {
  const drawn = code128(text)
  if (!drawn) return null
  return (
    <svg class="barcode" viewBox={`0 0 ${drawn.width + 2 * QUIET} 30`} preserveAspectRatio="none" role="img" aria-label={text}>
      <rect class="barcode-ground" width="100%" height="30" />
      {drawn.bars.map(({ x, width }) => (
        <rect key={x} x={x + QUIET} width={width} height="30" />
      ))}
    </svg>
  )
}
