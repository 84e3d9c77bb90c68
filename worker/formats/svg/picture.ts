import { element, type Markup } from './element.ts'

/** What every chart says of itself, in the reader's language, and how it writes a number. */
export interface Said {
  /** Unique on the page. */
  id: string
  title: string
  /** What the picture shows, for those who do not see it. */
  description: string
  write(value: number): string
}

/** All pictures are drawn in these units and shown as wide as their place; nothing moves when they come. */
export const WIDTH = 440

/** Text is as high as this, a line of a label takes so much. */
export const LINE = 22

/** Nobody can tell how wide a letter is on another machine: wide enough for Cyrillic of 15 units in any usual face. */
const SIGN = 8.8

export function picture(said: Said, height: number, ...content: Markup[]): Markup {
  const { id, title, description } = said
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${WIDTH} ${Math.round(height)}`,
      class: 'chart',
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-desc`,
    },
    element('title', { id: `${id}-title` }, title),
    element('desc', { id: `${id}-desc` }, description),
    ...content,
  )
}

export type Anchor = 'start' | 'middle' | 'end'

export function label(x: number, y: number, text: string, anchor: Anchor = 'start', style?: string): Markup {
  return element('text', { x, y, 'text-anchor': anchor === 'start' ? undefined : anchor, class: style }, text)
}

/** A box with the words that a pointer brings up. */
export function box(x: number, y: number, width: number, height: number, style: string, tip?: string): Markup {
  const attributes = { x, y, width: Math.max(0, width), height: Math.max(0, height), class: style }
  return tip ? element('rect', attributes, element('title', {}, tip)) : element('rect', attributes)
}

/** Coloured squares with their names, in as many lines as they need: the drawing and its height. */
export function legend(names: readonly string[], top: number): { drawn: Markup; height: number } {
  let x = 0
  let line = 0
  const items = names.map((name, index) => {
    const wide = 22 + textWidth(name) + 12
    if (x > 0 && x + wide > WIDTH) {
      x = 0
      line += 1
    }
    const y = top + line * LINE
    const item = element('g', {}, box(x, y + 3, 14, 14, seriesClass(index)), label(x + 20, y + 15, name))
    x += wide
    return item
  })
  return { drawn: element('g', {}, ...items), height: names.length === 0 ? 0 : (line + 1) * LINE + 10 }
}

export const textWidth = (text: string): number => [...text].length * SIGN

/** Cut to the width that there is, with a sign that it was. */
export function fitted(text: string, width: number): string {
  const signs = [...text]
  const room = Math.max(1, Math.floor(width / SIGN))
  return signs.length <= room
    ? text
    : `${signs
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`
}

/** Eight colours; what comes after them is as the last. */
export const seriesClass = (index: number): string => `series-${Math.min(index, 7) + 1}`
