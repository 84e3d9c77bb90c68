import type { NetworkChangesAnswer } from '../../domain/statistics/answers.ts'
import { NETWORK_CHANGES } from '../../domain/statistics/network-change.ts'
import { dayText } from '../../domain/written.ts'
import { type Html, html } from '../html.ts'
import { deedForm } from './forms.ts'
import type { Room } from './page.ts'

const PATH = '/api/year-facts/network-changes'

/** When a change happened, as much as is known of it: a day, a month or a year. */
export const happenedText = (happened: string): string => (happened.length === 10 ? dayText(happened) : happened)

/** Libraries opened and closed, as they are known; one more is entered, one entered wrongly is taken back. */
export function networkForm(room: Room, { changes }: NetworkChangesAnswer): Html {
  const { words, language } = room
  return html`<section class="card" data-network="${changes.length}"><h2>${words.networkChanges}</h2>
    <ul class="hand-counts">${changes.map(
      ({ id, happened, change, text, source }) => html`<li>
      <p><strong>${happenedText(happened)} · ${words.changes[change]}</strong> ${text[language]} <span class="quiet">${source}</span></p>
      ${deedForm(room, `${PATH}/${id}/takings-back`, `take-back-network-${id}`, html`<button type="submit" aria-label="${words.takeBack}: ${happenedText(happened)}, ${text[language]}">${words.takeBack}</button>`)}
    </li>`,
    )}</ul>
    <details class="fact" data-enter-network><summary>${words.enterNetworkChange}</summary>${deedForm(
      room,
      PATH,
      'network',
      html`<p>${words.enterNetworkHelp}</p>
    <label><span>${words.change}</span><select name="change">${NETWORK_CHANGES.map((change) => html`<option value="${change}">${words.changes[change]}</option>`)}</select></label>
    <label><span>${words.happened}</span><input name="happened" required pattern="[0-9]{4}(-[0-9]{2}){0,2}" maxlength="10" inputmode="numeric" placeholder="1996-09-01" /></label>
    <label><span>${words.libraries}</span><input name="libraries:number" type="number" min="1" max="100" value="1" inputmode="numeric" required /></label>
    <label><span>${words.inKazakh}</span><input name="textKk" lang="kk" required minlength="3" maxlength="200" /></label>
    <label><span>${words.inRussian}</span><input name="textRu" lang="ru" required minlength="3" maxlength="200" /></label>
    <label><span>${words.inEnglish}</span><input name="textEn" lang="en" minlength="3" maxlength="200" /></label>
    <label><span>${words.source}</span><input name="source" required minlength="3" maxlength="200" /></label>
    <button type="submit">${words.add}</button>`,
    )}</details></section>`
}
