import { SaxesParser } from 'saxes'
import type { Markup } from '../../../worker/formats/svg/element.ts'
import type { Said } from '../../../worker/formats/svg/picture.ts'

export interface Shape {
  name: string
  attributes: Record<string, string>
  text: string
}

export const SAID: Said = { id: 'c', title: 'Кітап берілімі', description: 'Сыныптар мен тілдер', write: String }

/** What a picture holds, read by an XML parser that forgives nothing. */
export function shapesOf({ markup }: Markup): Shape[] {
  const shapes: Shape[] = []
  const open: Shape[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const shape = { name, attributes: attributes as Record<string, string>, text: '' }
    shapes.push(shape)
    open.push(shape)
  })
  parser.on('text', (text) => {
    for (const shape of open) shape.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(markup).close()
  return shapes
}

export const bars = (shapes: Shape[], style: RegExp) =>
  shapes.filter(({ name, attributes }) => name === 'rect' && style.test(attributes.class ?? ''))
