import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type * as Drawn from '../../worker/pages/drawn.d.ts'
import type { Spoken } from './i18n/dictionary.ts'
import { en } from './i18n/en.ts'
import { kk } from './i18n/kk.ts'
import { SpeechProvider } from './i18n/language.tsx'
import { ru } from './i18n/ru.ts'
import { readAddress, searchQuery } from './opac/address.ts'
import { BranchesPage } from './opac/branches/branches-page.tsx'
import { BRANCH_WORDS } from './opac/branches/use-branch-words.ts'
import { BrowsePage } from './opac/browse/browse-page.tsx'
import { placeName, readPlace } from './opac/browse/place.ts'
import { BROWSE_WORDS } from './opac/browse/use-browse-words.ts'
import { RecordPage } from './opac/record-page.tsx'
import { SearchPage, troubleWords } from './opac/search-page.tsx'

// The pages as the server sends them: readers without JavaScript, and search engines, see what the script would draw.

const TEXTS = { kk, ru, en }

const draw = (page: ComponentChildren, first: Spoken) => renderToString(<SpeechProvider first={first}>{page}</SpeechProvider>)

export const drawRecord: typeof Drawn.drawRecord = (id, answer, { language, query }) => {
  const t = TEXTS[language]
  const known = answer
  return {
    html: draw(<RecordPage id={String(id)} known={known} />, { t, language, query }),
    title: `${answer.ok ? answer.value.title || t.untitled : t.recordFailed} — ${t.site}`,
    known,
  }
}

export const drawBranches: typeof Drawn.drawBranches = (known, now, { language, query }) => {
  const t = TEXTS[language]
  return {
    html: draw(<BranchesPage known={known} now={now} />, { t, language, query }),
    title: `${BRANCH_WORDS[language].branches} — ${t.site}`,
    known,
  }
}

export const drawBrowse: typeof Drawn.drawBrowse = (answer, { language, query }) => {
  const t = TEXTS[language]
  const first = readPlace(query)
  const known = answer ? { place: placeName(first), answer } : {}
  return {
    html: draw(<BrowsePage first={first} known={known} />, { t, language, query }),
    title: `${BROWSE_WORDS[language].ways[first.way]} — ${t.site}`,
    known,
  }
}

export const drawHome: typeof Drawn.drawHome = (known, now, { language, query }) => {
  const t = TEXTS[language]
  return {
    html: draw(<SearchPage first={readAddress('')} known={known} now={now} />, { t, language, query }),
    title: `${t.site} — ${t.catalogue}`,
    known,
  }
}

export const drawTrouble: typeof Drawn.drawTrouble = (trouble, { language, query }) => {
  const t = TEXTS[language]
  const known = { branches: [], trouble }
  return {
    html: draw(<SearchPage first={readAddress(query)} known={known} />, { t, language, query }),
    title: `${troubleWords(trouble, t).heading} — ${t.site}`,
    known,
  }
}

export const drawSearch: typeof Drawn.drawSearch = (answer, branches, { language, query }) => {
  const t = TEXTS[language]
  const first = readAddress(query)
  const known = { query: searchQuery(first).toString(), answer, branches }
  return {
    html: draw(<SearchPage first={first} known={known} />, { t, language, query }),
    title: first.q ? `${first.q} — ${t.site}` : `${t.site} — ${t.catalogue}`,
    known,
  }
}
