import { type Html, html, nothing } from '../html.ts'
import { askedBranch, branchName, type Room } from './page.ts'

/** A form that asks for the page anew; it works without JavaScript. */
export function choices(room: Room, ...fields: Html[]): Html {
  const language = room.language === 'kk' ? nothing : html`<input type="hidden" name="lang" value="${room.language}" />`
  return html`<form class="choices screen-only" method="get" action="${room.url.pathname}">${language}${fields}<button type="submit">${room.words.show}</button></form>`
}

/** Staff of a branch see their branch; the others choose. */
export function branchChoice(room: Room, one = false): Html {
  const { words, branches, actor } = room
  const chosen = askedBranch(room) ?? (one ? branches[0]?.id : null)
  const offered = actor?.branchId ? branches.filter(({ id }) => id === actor.branchId) : branches
  const all = one || actor?.branchId ? nothing : html`<option value="">${words.wholeSystem}</option>`
  return html`<label><span>${words.branch}</span><select name="branch">${all}${offered.map(
    (branch) => html`<option value="${branch.id}"${branch.id === chosen ? html` selected` : nothing}>${branchName(room, branch)}</option>`,
  )}</select></label>`
}

export function dayChoice(name: string, label: string, value: string, most: string): Html {
  return html`<label><span>${label}</span><input type="date" name="${name}" value="${value}" max="${most}" required /></label>`
}

export function optionChoice(name: string, label: string, options: readonly (readonly [string, string])[], chosen: string): Html {
  return html`<label><span>${label}</span><select name="${name}">${options.map(
    ([value, text]) => html`<option value="${value}"${value === chosen ? html` selected` : nothing}>${text}</option>`,
  )}</select></label>`
}
