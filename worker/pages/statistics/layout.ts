import { LANGUAGES } from '../../domain/written.ts'
import { type Html, html, nothing } from '../html.ts'
import { here, link, type Room } from './page.ts'

const NAMES = { kk: ['Қаз', 'Қазақша'], ru: ['Рус', 'Русский'], en: ['Eng', 'English'] } as const

/** The pages of the staff; a path says which is open. */
const STAFF_PAGES = [
  ['now', '/statistics/now'],
  ['day', '/statistics/day'],
  ['reports', '/statistics/reports'],
  ['indicators', '/statistics/indicators'],
  ['sought', '/statistics/sought'],
  ['mayor', '/statistics/mayor'],
  ['paid', '/statistics/paid'],
  ['yearFacts', '/statistics/year-facts'],
] as const

export function layout(room: Room, main: Html): Html {
  const { words, language, actor } = room
  const pages = actor ? STAFF_PAGES : []
  const links = [['open', '/statistics'] as const, ...pages].map(([name, path]) => {
    const current = room.url.pathname === path ? html` aria-current="page"` : nothing
    return html`<a href="${link(room, path)}"${current}>${words[name]}</a>`
  })
  return html`<a class="skip" href="#content">${words.skip}</a>
    <header class="top">
      <a class="brand" href="/"><img class="mark" src="/mark.svg" alt="" width="38" height="38" /><span><strong>${words.site}</strong><small>${words.city}</small></span></a>
      ${actor ? html`<p class="who" data-staff="${actor.id}" data-login="${actor.login}"><strong>${actor.name}</strong></p>` : nothing}
      <nav class="languages" aria-label="${words.interfaceLanguage}">
        ${LANGUAGES.map((each) => html`<a href="${here(room, { lang: each })}" lang="${each}" hreflang="${each}" title="${NAMES[each][1]}"${each === language ? html` aria-current="true"` : nothing}>${NAMES[each][0]}</a>`)}
      </nav>
    </header>
    ${pages.length > 0 ? html`<nav class="sections screen-only" aria-label="${words.pages}">${links}</nav>` : nothing}
    <main id="content" tabindex="-1">${main}</main>
    <footer class="foot">
      <div class="ornament" aria-hidden="true"></div>
      <p>${words.city}</p>
      ${actor ? html`<a href="/desk">${words.desk}</a>` : html`<a href="${link(room, '/statistics/now')}">${words.staffDoor}</a>`}
    </footer>`
}
