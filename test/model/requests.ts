import { addDays, type Day } from '../../worker/domain/calendar.ts'
import type { Deed } from './rules/act.ts'
import { REPLACEMENT } from './rules/keeping.ts'
import type { Lend } from './rules/lending.ts'

/** Everything that may be confirmed, but that the reader's own book is renewed instead of lent. */
const CONFIRMED = [
  'copy-is-on-loan',
  'copy-is-read-here-by-this-reader',
  'copy-is-damaged',
  'copy-waits-for-another-reader',
  'title-is-on-hold',
  'too-many-loans',
  'reader-has-overdue-loans',
  'reader-lost-a-book',
  'loan-is-overdue',
  'no-renewals-left',
]
const IN_GROUP = CONFIRMED.filter((slug) => slug !== 'copy-is-on-loan' && slug !== 'copy-is-read-here-by-this-reader')

export interface Names {
  record: number
  copy(id: number): string
  reader(id: number): string
  hold(id: number): number
  /** The first open block and the first open charge of a reader. */
  block: number
  charge: number
  /** The last loan of a copy. */
  loan: number
  today: Day
}

export interface Sent {
  method: 'POST' | 'PATCH' | 'DELETE'
  path: string
  body?: object
}

/** A deed as a desk sends it. The night has no request. */
export function requestOf(deed: Exclude<Deed, { deed: 'night' }>, names: Names, key: string): Sent {
  const post = (path: string, body: object): Sent => ({ method: 'POST', path, body })
  switch (deed.deed) {
    case 'lend':
      return post('/api/loans', {
        ...loan(deed, names),
        branch: deed.branch,
        onSite: deed.onSite,
        ...(deed.confirm ? { confirm: CONFIRMED } : {}),
      })
    case 'lend-to-group': {
      const lines = deed.lines.map((line, index) => ({
        key: `${key} ${index}`,
        ...loan(line, names),
        ...(line.confirm ? { confirm: IN_GROUP } : {}),
      }))
      return post('/api/group-loans', { branch: deed.lines[0]?.branch, onSite: false, lines })
    }
    case 'take-back': {
      const { copy, branch, lay, readHere } = deed
      const drop = lay === 0 ? {} : { returnedOn: addDays(names.today, -lay) }
      return post('/api/returns', { copy: names.copy(copy), branch, ...drop, ...(readHere ? { usedOnSite: true } : {}) })
    }
    case 'renew':
      return post('/api/renewals', { copy: names.copy(deed.copy), ...(deed.confirm ? { confirm: CONFIRMED } : {}) })
    case 'place-hold': {
      const what = deed.only === null ? { record: names.record } : { copy: names.copy(deed.only) }
      return post('/api/holds', { reader: names.reader(deed.reader), pickup: deed.pickup, ...what })
    }
    case 'change-hold': {
      const { hold, suspended, sleeps, pickup } = deed
      const sleep =
        suspended === undefined ? {} : { suspended, ...(suspended ? { wakesOn: sleeps ? addDays(names.today, sleeps) : null } : {}) }
      return { method: 'PATCH', path: `/api/holds/${names.hold(hold)}`, body: { ...sleep, ...(pickup === undefined ? {} : { pickup }) } }
    }
    case 'cancel-hold':
      return { method: 'DELETE', path: `/api/holds/${names.hold(deed.hold)}` }
    case 'reroute-holds':
      return post('/api/holds/reroute', { from: deed.from, to: deed.to })
    case 'send':
      return post('/api/transfers', { copy: names.copy(deed.copy), to: deed.to, branch: deed.branch })
    case 'ask':
      return post('/api/transfers', { copy: names.copy(deed.copy), to: deed.to })
    case 'cancel-transfer': {
      const confirm = deed.confirm ? ['transfer-is-on-its-way'] : []
      return post(`/api/transfers/${names.copy(deed.copy)}/cancellation`, { reason: 'Қажет емес', confirm })
    }
    case 'mark':
      return post(`/api/copies/${names.copy(deed.copy)}/incidents`, { kind: deed.kind, branch: 1 })
    case 'end-mark': {
      const replacement = deed.as === 'replaced' ? { replacement: { barcode: names.copy(deed.copy + REPLACEMENT) } } : {}
      return post(`/api/copies/${names.copy(deed.copy)}/incidents/closing`, { as: deed.as, branch: 1, ...replacement })
    }
    case 'block':
      return post(`/api/readers/${names.reader(deed.reader)}/blocks`, { reason: 'Тәртіп бұзды' })
    case 'lift':
      return { method: 'DELETE', path: `/api/readers/${names.reader(deed.reader)}/blocks/${names.block}` }
    case 'pay':
      return post(`/api/readers/${names.reader(deed.reader)}/charges/${names.charge}/settlement`, { as: 'paid' })
    case 'undo':
      return post('/api/undos', { of: deed.of, copy: names.copy(deed.copy), loan: names.loan, branch: deed.branch })
    case 'close': {
      const [from, to] = [addDays(names.today, deed.ahead), addDays(names.today, deed.ahead + deed.days)]
      return post('/api/calendar/exceptions', {
        branchId: deed.branch,
        from,
        to,
        hours: [],
        reason: 'Апат',
        confirm: ['loans-are-due-then'],
      })
    }
  }
}

const loan = ({ reader, copy }: Lend, names: Names) => ({ reader: names.reader(reader), copy: names.copy(copy) })

/** An answer as `1` for done and `0` for refused; a list answers line by line. */
export function outcomeOf(deed: Deed, status: number, text: string): string {
  if (deed.deed !== 'lend-to-group') return status < 300 ? '1' : '0'
  if (status >= 300) return deed.lines.map(() => '0').join('')
  return linesOf(text)
    .map((line) => (line.status < 300 ? '1' : '0'))
    .join('')
}

const linesOf = (text: string) => (JSON.parse(text) as { lines: { status: number }[] }).lines
