import { escapedXml } from '../xml-text.ts'

/** Text that is markup already; everything else is escaped. */
export interface Markup {
  readonly markup: string
}

type Attributes = Record<string, string | number | undefined>

/** One element of SVG. Numbers are rounded to hundredths, an attribute without a value is left out. */
export function element(name: string, attributes: Attributes, ...children: (Markup | string)[]): Markup {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? rounded(value) : escapedXml(String(value))}"`)
    .join('')
  const inside = children.map((child) => (typeof child === 'string' ? escapedXml(child) : child.markup)).join('')
  return { markup: inside ? `<${name}${pairs}>${inside}</${name}>` : `<${name}${pairs}/>` }
}

const rounded = (value: number) => String(Math.round(value * 100) / 100)
