import { decimalText, type Language } from '../../domain/written.ts'
import { type Html, html, nothing } from '../html.ts'

export interface BigNumber {
  label: string
  text: string
  /** Where the number can be opened. */
  address?: string
  /** By how much it changed, said in words. */
  change?: string | undefined
}

export function bigNumbers(numbers: readonly BigNumber[]): Html {
  return html`<dl class="numbers">${numbers.map(
    ({ label, text, address, change }) =>
      html`<div><dt>${label}</dt><dd>${address ? html`<a href="${address}">${text}</a>` : text}</dd>${change ? html`<dd class="quiet">${change}</dd>` : nothing}</div>`,
  )}</dl>`
}

/** `+4,2 %` against what was; nothing when there was nothing to compare with. */
export function changeText(now: number, before: number | null | undefined, language: Language): string | undefined {
  if (!before) return undefined
  const percent = ((now - before) / before) * 100
  const text = decimalText(Math.abs(percent), language, 1)
  return percent >= 0 ? `▲ +${text} %` : `▼ −${text} %`
}
