import { writeFileSync } from 'node:fs'
import { code128 } from '../../web/src/desk/print/code128.ts'

const WIDTH = 640
const HEIGHT = 360
const FRAMES = 10

/** Writes a film (YUV4MPEG2) of a label that is held before the camera, for Chromium to show as its camera. */
export function filmLabel(path: string, text: string) {
  const drawn = code128(text)
  if (!drawn) throw new RangeError(`no barcode says ${text}`)
  const module = 4
  const left = Math.floor((WIDTH - drawn.width * module) / 2)
  const line = Buffer.alloc(WIDTH, 235)
  for (const { x, width } of drawn.bars) line.fill(16, left + x * module, left + (x + width) * module)
  const white = Buffer.alloc(WIDTH, 235)
  const luma = Array.from({ length: HEIGHT }, (_, y) => (y > HEIGHT / 4 && y < (HEIGHT * 3) / 4 ? line : white))
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const frame = [Buffer.from('FRAME\n'), ...luma, chroma]
  writeFileSync(
    path,
    Buffer.concat([Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`), ...Array(FRAMES).fill(frame).flat()]),
  )
}
