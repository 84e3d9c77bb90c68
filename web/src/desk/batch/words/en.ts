import type { BatchWords } from './kk.ts'

export const en: BatchWords = {
  choose: 'Mark',
  chooseAll: 'Mark all',
  chosen: (count) => `Marked: ${count}`,
  working: 'Working…',
  doneOf: (done, of) => `Done: ${done} of ${of}.`,
  othersStay: 'The others stay in the list, each with its reason below it.',
  found: 'Fetched from the shelf',
  notOnShelf: 'Not on the shelf',
  markedMissing: 'A copy that is not on the shelf is marked as missing, and the queue is offered another.',
  putAway: 'Put away',
  chooseUnwanted: 'Mark those nobody waits for',
  receive: 'Receive',
  slips: 'Slips',
  printSlips: 'Print the slips',
  toShelf: 'To be put on their own shelf',
}
