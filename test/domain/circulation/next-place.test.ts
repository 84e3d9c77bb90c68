import { describe, expect, it } from 'vitest'
import type { CopyState, OpenTransfer, TrappedFor } from '../../../worker/domain/circulation/copy-state.ts'
import type { CopyFacts } from '../../../worker/domain/circulation/facts.ts'
import { nextPlace } from '../../../worker/domain/circulation/next-place.ts'
import { aHold, RULES } from './holds/a-hold.ts'

const HERE = 1
const COPY: CopyFacts = {
  id: 1,
  barcode: 'C1',
  recordId: 1,
  title: 'Абай жолы',
  author: null,
  language: 'kaz',
  contentGroup: 'fiction',
  homeBranchId: HERE,
  onSiteOnly: false,
  withdrawn: false,
}
const SHELVED: CopyState = {
  holdingBranchId: HERE,
  place: 'on-shelf',
  addedOn: null,
  lastSeenAt: null,
  changes: 0,
  transfer: undefined,
  trappedFor: undefined,
  incident: undefined,
}
const facts = (holds = [aHold(1)]) => ({ holds, rules: RULES, shelfUntil: '2026-11-28' })
const transfer = (more: Partial<OpenTransfer>): OpenTransfer => ({
  id: 7,
  copyId: 1,
  fromBranchId: 2,
  toBranchId: HERE,
  reason: 'home',
  holdId: null,
  requestedAt: '2026-11-20T05:00:00Z',
  sentAt: '2026-11-20T05:00:00Z',
  ...more,
})
const trapped = (state: TrappedFor['state'], pickupBranchId = HERE): TrappedFor => ({
  id: 5,
  state,
  copyId: null,
  reader: { id: 1, card: 'R1', name: 'A reader' },
  pickupBranchId,
  shelfUntil: state === 'waiting' ? '2026-11-25' : null,
  changes: 2,
})

describe('where a copy in hand goes', () => {
  it('5.5.12: at home with nobody waiting it stays', () => {
    expect(nextPlace(COPY, SHELVED, facts([]), HERE)).toMatchObject({ hold: undefined, sent: undefined, routeTo: null })
  })

  it('5.5.12: elsewhere with nobody waiting it goes home', () => {
    expect(nextPlace(COPY, SHELVED, facts([]), 2)).toMatchObject({ sent: { toBranchId: HERE, reason: 'home' }, routeTo: HERE })
  })

  it('5.5.11: the first who waits gets it, here or where it is collected', () => {
    expect(nextPlace(COPY, SHELVED, facts(), HERE).hold).toMatchObject({ id: 1, to: 'waiting', shelfUntil: '2026-11-28' })
    expect(nextPlace(COPY, SHELVED, facts(), 2)).toMatchObject({
      hold: { to: 'in-transit', shelfUntil: null },
      sent: { toBranchId: HERE, reason: 'hold', holdId: 1 },
    })
  })

  it('5.5.8: received for its hold, it waits for that reader, not for an earlier one', () => {
    const underway = {
      ...SHELVED,
      place: 'in-transit' as const,
      transfer: transfer({ reason: 'hold', holdId: 5 }),
      trappedFor: trapped('in-transit'),
    }
    expect(nextPlace(COPY, underway, facts(), HERE)).toMatchObject({ received: { id: 7 }, hold: { id: 5, to: 'waiting' }, sent: undefined })
  })

  it('5.5.8: received for a hold that was cancelled meanwhile, it goes to the next', () => {
    const underway = {
      ...SHELVED,
      place: 'in-transit' as const,
      transfer: transfer({ reason: 'hold', holdId: 5 }),
      trappedFor: trapped('cancelled'),
    }
    expect(nextPlace(COPY, underway, facts(), HERE)).toMatchObject({ received: { id: 7 }, hold: { id: 1, to: 'waiting' } })
  })

  it('5.5.4: set aside here already, it stays until the day that the reader was told', () => {
    const aside = { ...SHELVED, place: 'hold-shelf' as const, trappedFor: trapped('waiting') }
    expect(nextPlace(COPY, aside, facts(), HERE).hold).toMatchObject({ id: 5, unchanged: true, shelfUntil: '2026-11-25' })
  })

  it('R50: asked for and scanned where it was asked, it leaves; asked for and in the way of a reader, the reader comes first', () => {
    const asked = { ...SHELVED, transfer: transfer({ fromBranchId: HERE, toBranchId: 3, reason: 'asked', sentAt: null }) }
    expect(nextPlace(COPY, asked, facts([]), HERE)).toMatchObject({ sent: { toBranchId: 3, requested: { id: 7 } }, dropped: undefined })
    expect(nextPlace(COPY, asked, facts(), HERE)).toMatchObject({ hold: { id: 1 }, sent: undefined, dropped: { id: 7 } })
  })

  it('R50: asked for and already there, the request is over', () => {
    const asked = { ...SHELVED, transfer: transfer({ fromBranchId: 2, toBranchId: HERE, reason: 'asked', sentAt: null }) }
    expect(nextPlace(COPY, asked, facts([]), HERE)).toMatchObject({ sent: undefined, dropped: { id: 7 } })
  })

  it('a withdrawn copy releases its reader and goes nowhere', () => {
    const aside = { ...SHELVED, place: 'hold-shelf' as const, trappedFor: trapped('waiting') }
    expect(nextPlace({ ...COPY, withdrawn: true }, aside, facts(), 2)).toMatchObject({
      released: { id: 5 },
      cleared: true,
      hold: undefined,
      routeTo: null,
    })
  })
})
