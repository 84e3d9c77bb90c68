import { change } from '../api.ts'
import { firstSpoken } from '../i18n/dictionary.ts'

const TIYN_IN_TENGE = 100

/** Sends the fields as JSON with a key of this form's own: pressed twice it is done once. Then the page comes anew. */
export async function sendForm(event: SubmitEvent) {
  event.preventDefault()
  const form = event.currentTarget
  if (!(form instanceof HTMLFormElement)) return
  form.dataset.key ??= crypto.randomUUID()
  const { t } = await firstSpoken()
  const answer = await change<object>('POST', form.action, fieldsOf(form), form.dataset.key)
  if (answer.ok) return location.reload()
  if (answer.refused !== 'no-connection') delete form.dataset.key
  const place = form.querySelector<HTMLElement>('[data-answer]')
  if (!place) return
  place.dataset.refused = answer.refused
  place.textContent = `${t.refusals[answer.refused]}. ${t.nextSteps[answer.refused]}`
  place.hidden = false
}

type Fields = Record<string, string | number>

/** `count:number` is a number, `value:tenge` an amount in tiyn, `where.language` a part of `where`; what is empty is not sent. */
function fieldsOf(form: HTMLFormElement): Fields & { where?: Fields } {
  const fields: Fields = {}
  const where: Fields = {}
  for (const [named, value] of new FormData(form)) {
    const [name = '', kind] = named.split(':')
    const text = String(value).trim()
    const [place, own] = name.startsWith('where.') ? [where, name.slice('where.'.length)] : [fields, name]
    if (text !== '') place[own] = kind === 'number' ? Number(text) : kind === 'tenge' ? Math.round(Number(text) * TIYN_IN_TENGE) : text
  }
  return Object.keys(where).length > 0 ? Object.assign(fields, { where }) : fields
}
