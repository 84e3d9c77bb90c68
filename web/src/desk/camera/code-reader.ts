import wasmAddress from 'zxing-wasm/reader/zxing_reader.wasm?url'

/** What a frame of the camera says, if it shows a code. */
export type CodeReader = (frame: HTMLVideoElement) => Promise<string | undefined>

/** What TypeScript's DOM does not know yet. */
interface NativeDetector {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
interface NativeDetectorType {
  new (options: { formats: string[] }): NativeDetector
  getSupportedFormats(): Promise<string[]>
}

/** Cards and labels of the library, the ISBN on a cover, the QR code of a card or a record. */
const FORMATS = ['code_128', 'code_39', 'ean_13', 'qr_code']

/** The phone's own reader where it has one, or else ours, fetched now. */
export async function openCodeReader(): Promise<CodeReader> {
  return (await nativeReader()) ?? (await ownReader())
}

async function nativeReader(): Promise<CodeReader | undefined> {
  const Detector = (globalThis as { BarcodeDetector?: NativeDetectorType }).BarcodeDetector
  if (!Detector) return undefined
  // A desktop browser may have the name and none of the formats.
  const known = await Detector.getSupportedFormats().catch((): string[] => [])
  if (!FORMATS.every((format) => known.includes(format))) return undefined
  const detector = new Detector({ formats: FORMATS })
  return async (frame) => (await detector.detect(frame))[0]?.rawValue
}

async function ownReader(): Promise<CodeReader> {
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader')
  await prepareZXingModule({ overrides: { locateFile: () => wasmAddress }, fireImmediately: true })
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return async (frame) => {
    if (!context || frame.videoWidth === 0) return undefined
    canvas.width = frame.videoWidth
    canvas.height = frame.videoHeight
    context.drawImage(frame, 0, 0)
    const picture = context.getImageData(0, 0, canvas.width, canvas.height)
    const [found] = await readBarcodes(picture, { formats: ['Code128', 'Code39', 'EAN13', 'QRCode'], maxNumberOfSymbols: 1 })
    return found?.isValid ? found.text : undefined
  }
}
