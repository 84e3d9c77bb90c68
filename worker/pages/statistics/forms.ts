import type { Day } from '../../domain/calendar.ts'
import type { HandCountsAnswer } from '../../domain/statistics/answers.ts'
import { HAND_UNITS, UNITS } from '../../domain/statistics/units.ts'
import { countText } from '../../domain/written.ts'
import { type Html, html, nothing } from '../html.ts'
import type { Room } from './page.ts'
import { valueWord } from './value-words.ts'

/**
 * A form that the page's script sends to the API as JSON with a key of its own and then loads the page again.
 * A field named `x:number` is sent as a number, one that is empty is not sent.
 */
export function deedForm(room: Room, path: string, name: string, ...content: Html[]): Html {
  return html`<form class="deed screen-only" method="post" action="${path}" data-form="${name}">
    ${content}
    <p role="alert" class="notice stop" data-answer hidden></p>
    <noscript>${room.words.needsScript}</noscript>
  </form>`
}

export function reopenForm(room: Room, day: Day, branch: number): Html {
  const { words } = room
  return html`<details class="card" data-reopen><summary>${words.reopen}</summary>${deedForm(
    room,
    `/api/day-sheets/${day}/reopenings`,
    'reopen',
    html`<p>${words.reopenHelp}</p>
    <input type="hidden" name="branch:number" value="${branch}" />
    <label><span>${words.reason}</span><input name="reason" required minlength="3" maxlength="400" /></label>
    <button type="submit">${words.reopen}</button>`,
  )}</details>`
}

/** Units that are split alike share a form; each asks only for the splits of the day sheet that its units have. */
const HAND_FORMS = [
  {
    name: 'hand-count',
    splits: ['contentGroup', 'language'],
    units: HAND_UNITS.filter((unit) => UNITS[unit].splits.includes('contentGroup')),
  },
  {
    name: 'hand-count-readers',
    splits: ['readerCategory', 'ageBand'],
    units: HAND_UNITS.filter((unit) => UNITS[unit].splits.includes('ageBand') && !UNITS[unit].splits.includes('contentGroup')),
  },
  {
    name: 'hand-count-other',
    splits: [],
    units: HAND_UNITS.filter((unit) => !UNITS[unit].splits.includes('contentGroup') && !UNITS[unit].splits.includes('ageBand')),
  },
] as const

const LANGUAGES_COUNTED = ['kaz', 'rus', 'eng', 'mul']

export function handCountForm(room: Room, day: Day, branch: number): Html {
  const { words } = room
  const known = {
    contentGroup: Object.keys(words.groups),
    language: LANGUAGES_COUNTED,
    readerCategory: Object.keys(words.readerCategories),
    ageBand: Object.keys(words.ageBands),
  }
  return html`<details class="card" data-hand-count><summary>${words.handCount}</summary><p>${words.handCountHelp}</p>${HAND_FORMS.map(
    ({ name, splits, units }) =>
      deedForm(
        room,
        '/api/hand-counts',
        name,
        html`<h3>${words.handForms[name]}</h3>
    <input type="hidden" name="branch:number" value="${branch}" /><input type="hidden" name="day" value="${day}" />
    <label><span>${words.figure}</span><select name="unit">${units.map((unit) => html`<option value="${unit}">${words.units[unit]}</option>`)}</select></label>
    <label><span>${words.count}</span><input name="quantity:number" type="number" min="1" max="100000" inputmode="numeric" required /></label>
    ${splits.map(
      (split) =>
        html`<label><span>${words.splits[split]}</span><select name="where.${split}"><option value="">${words.notGiven}</option>${known[split].map((value) => html`<option value="${value}">${valueWord(room, split, value)}</option>`)}</select></label>`,
    )}
    <label><span>${words.note}</span><input name="note" minlength="3" maxlength="400" /></label>
    <button type="submit">${words.add}</button>`,
      ),
  )}</details>`
}

/** A day that was opened again need not wait for the night. */
export function closeAgainForm(room: Room, day: Day, branch: number): Html {
  const { words } = room
  return html`<section class="card">${deedForm(
    room,
    `/api/day-sheets/${day}/closings`,
    'close-again',
    html`<input type="hidden" name="branch:number" value="${branch}" /><button type="submit">${words.closeAgain}</button>`,
  )}</section>`
}

/** What was counted by hand that day; a wrong count is taken back and stays in the journal. */
export function handCountList(room: Room, day: Day, branch: number, { counts }: HandCountsAnswer): Html {
  const { words } = room
  if (counts.length === 0) return nothing
  return html`<section class="card" data-hand-counts="${counts.length}"><h2>${words.handCounts}</h2><ul class="hand-counts">${counts.map(
    ({ id, unit, quantity, by, note, takenBack }) => html`<li${takenBack ? html` class="taken-back"` : nothing}>
      <p><strong>${words.units[unit]}: ${countText(quantity)}</strong> <span class="quiet">${[by, note, takenBack ? words.takenBack : ''].filter(Boolean).join(' · ')}</span></p>
      ${
        takenBack
          ? nothing
          : deedForm(
              room,
              `/api/hand-counts/${id}/takings-back`,
              `take-back-${id}`,
              html`<input type="hidden" name="branch:number" value="${branch}" /><input type="hidden" name="day" value="${day}" />
        <label><span>${words.reason}</span><input name="note" minlength="3" maxlength="400" /></label><button type="submit">${words.takeBack}</button>`,
            )
      }
    </li>`,
  )}</ul></section>`
}
