/** The usual price list of a Kazakh library (library.md 4.10). */
export const PAID_SERVICES = [
  'card',
  'photocopy',
  'print',
  'scan',
  'electronic-delivery',
  'internet',
  'binding',
  'typing',
  'bibliography',
  'night-loan',
  'hall-hire',
  'course',
  'ticket',
  'publication',
  'other',
] as const

export const EVENT_KINDS = ['exhibition', 'meeting', 'reading', 'club', 'lesson', 'festival', 'other'] as const

export type PaidService = (typeof PAID_SERVICES)[number]
export type EventKind = (typeof EVENT_KINDS)[number]
