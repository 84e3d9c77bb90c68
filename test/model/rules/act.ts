import { type ChangeHold, cancelHold, cancelTransfer, changeHold, type PlaceHold, placeHold, reroute, send } from './holding.ts'
import { block, type Closing, close, endOfMark, lift, mark, night, pay } from './keeping.ts'
import { type Lend, lend, lendToGroup, renew } from './lending.ts'
import { type TakeBack, takeBack } from './returning.ts'
import { type Undo, undo } from './undoing.ts'
import type { Mark, Moment, World } from './world.ts'

/** Everything that is done at a desk, in the office and at night. */
export type Deed =
  | ({ deed: 'lend' } & Lend)
  | { deed: 'lend-to-group'; lines: Lend[] }
  | ({ deed: 'take-back' } & TakeBack)
  | { deed: 'renew'; copy: number; confirm: boolean }
  | ({ deed: 'place-hold' } & PlaceHold)
  | ({ deed: 'change-hold' } & ChangeHold)
  | { deed: 'cancel-hold'; hold: number }
  | { deed: 'reroute-holds'; from: number; to: number }
  | { deed: 'send' | 'ask'; copy: number; branch: number; to: number }
  | { deed: 'cancel-transfer'; copy: number; confirm: boolean }
  | { deed: 'mark'; copy: number; kind: Mark }
  | { deed: 'end-mark'; copy: number; as: Closing }
  | { deed: 'block' | 'lift' | 'pay'; reader: number }
  | { deed: 'close'; branch: number; ahead: number; days: number }
  | ({ deed: 'undo' } & Undo)
  | { deed: 'night' }

/** Does the deed, if the rules allow it, and answers `1` or `0`, for a group one for each line; the world is changed in place. */
export function act(world: World, deed: Deed, moment: Moment, sendings: number): string {
  if (deed.deed === 'lend-to-group') return lendToGroup(world, deed.lines, moment, sendings).map(digit).join('')
  return digit(done(world, deed, moment))
}

const digit = (yes: boolean) => (yes ? '1' : '0')

function done(world: World, deed: Exclude<Deed, { deed: 'lend-to-group' }>, moment: Moment): boolean {
  switch (deed.deed) {
    case 'lend':
      return lend(world, deed, moment)
    case 'take-back':
      return takeBack(world, deed, moment)
    case 'renew':
      return renew(world, deed.copy, moment, deed.confirm ? 'desk-confirmed' : 'desk')
    case 'place-hold':
      return placeHold(world, deed, moment)
    case 'change-hold':
      return changeHold(world, deed, moment)
    case 'cancel-hold':
      return cancelHold(world, deed.hold)
    case 'reroute-holds':
      return reroute(world, deed.from, deed.to)
    case 'send':
      return send(world, { ...deed, from: deed.branch }, moment)
    case 'ask':
      return send(world, { ...deed, from: null }, moment)
    case 'cancel-transfer':
      return cancelTransfer(world, deed.copy, deed.confirm, moment)
    case 'mark':
      return mark(world, deed.copy, deed.kind, moment)
    case 'end-mark':
      return endOfMark(world, deed.copy, deed.as)
    case 'block':
      return block(world, deed.reader)
    case 'lift':
      return lift(world, deed.reader, moment)
    case 'pay':
      return pay(world, deed.reader)
    case 'close':
      return close(world, deed.branch, moment.day + deed.ahead, moment.day + deed.ahead + deed.days)
    case 'undo':
      return undo(world, deed, moment)
    case 'night':
      return night(world, moment)
  }
}
