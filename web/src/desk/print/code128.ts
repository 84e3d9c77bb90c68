import JsBarcode from 'jsbarcode'

export interface Bars {
  /** In modules, without the quiet zones. */
  width: number
  bars: { x: number; width: number }[]
}

/** The bars of a Code 128 symbol (ISO/IEC 15417), or nothing if the text cannot be written in it. */
export function code128(text: string): Bars | undefined {
  const drawn: { encodings?: { data: string }[] } = {}
  try {
    JsBarcode(drawn, text, { format: 'CODE128' })
  } catch {
    return undefined
  }
  const modules = drawn.encodings?.map(({ data }) => data).join('') ?? ''
  const bars = [...modules.matchAll(/1+/g)].map(({ index, 0: run }) => ({ x: index, width: run.length }))
  return modules === '' ? undefined : { width: modules.length, bars }
}
