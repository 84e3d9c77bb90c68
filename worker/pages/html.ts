import { html, raw } from 'hono/html'
import type { Markup } from '../formats/svg/element.ts'

/** Markup in which every value put in was escaped. */
export type Html = ReturnType<typeof html>

export { html }

/** A picture drawn by `worker/formats/svg/`, which escapes what it is given. */
export const drawn = ({ markup }: Markup): Html => raw(markup)

export const nothing: Html = raw('')
