import { getCookie, setCookie } from 'hono/cookie'
import { LANGUAGES, type Language } from '../domain/written.ts'
import type { Call } from '../ports.ts'

const REMEMBERED_AS = 'bulaq-language'
const A_YEAR_IN_SECONDS = 31_536_000

/** The language a page is asked in: the address names it (and is remembered), or it was chosen before, or it is Kazakh. */
export function languageOf(c: Call): Language {
  const named = LANGUAGES.find((language) => language === c.req.query('lang'))
  if (named) setCookie(c, REMEMBERED_AS, named, { path: '/', maxAge: A_YEAR_IN_SECONDS, sameSite: 'Lax' })
  const chosen = getCookie(c, REMEMBERED_AS)
  return named ?? LANGUAGES.find((language) => language === chosen) ?? 'kk'
}
