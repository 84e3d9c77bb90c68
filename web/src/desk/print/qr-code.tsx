import { encode } from 'uqr'

/** The white around a QR code (ISO/IEC 18004), in modules. */
const QUIET = 4

/** A QR code as an SVG: each dark module a square of one path. */
export function QrCode({ text }: { text: string }) {
  const { data, size } = encode(text, { border: 0, ecc: 'M' })
  const dark = data.flatMap((line, y) => line.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  const edge = size + 2 * QUIET
  return (
    <svg class="qr" viewBox={`${-QUIET} ${-QUIET} ${edge} ${edge}`} role="img" aria-label={text}>
      <rect class="barcode-ground" x={-QUIET} y={-QUIET} width={edge} height={edge} />
      <path d={dark.join('')} />
    </svg>
  )
}
