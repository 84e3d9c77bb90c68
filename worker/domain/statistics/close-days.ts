import { addDays, type Day } from '../calendar.ts'

/** One day of one branch counted: a version, or what came after it. */
export interface Closing {
  day: Day
  /** 0: what belongs to no branch. */
  branch: number
  version: number
  /** 0: the closing itself. */
  correction: number
  /** The lines of the journal with a greater number, up to `journalTo`. */
  journalAfter: number
  journalTo: number
}

export interface ClosingFacts {
  /** The last day closed; undefined before the first night. */
  lastClosed: Day | undefined
  /** The first day that the journal knows. */
  firstDay: Day | undefined
  branches: readonly number[]
  /** The number of the journal's last line. */
  journalTo: number
  /** Days and branches that have lines not counted yet though the day is closed, and how they were closed last. */
  late: readonly { day: Day; branch: number; last: { version: number; correction: number; journalTo: number } | undefined }[]
  /** Days opened again, with the version that was opened. */
  reopened: readonly { day: Day; branch: number; version: number }[]
}

/** So many days are closed in one batch when nights were missed. */
const MOST_DAYS = 31

/** What is to be closed now, up to `until`. What is closed already is never counted twice: late lines make a correction. */
export function closeDays(facts: ClosingFacts, until: Day): { closings: Closing[]; to: Day | undefined } {
  const { lastClosed, firstDay, branches, journalTo } = facts
  const first = lastClosed ? addDays(lastClosed, 1) : firstDay !== undefined && firstDay < until ? firstDay : until
  const farthest = addDays(first, MOST_DAYS - 1)
  const to = farthest < until ? farthest : until
  const closings: Closing[] = []
  const anew = (day: Day, branch: number, version: number) =>
    closings.push({ day, branch, version, correction: 0, journalAfter: 0, journalTo })
  for (const { day, branch, version } of facts.reopened) anew(day, branch, version + 1)
  const opened = new Set(facts.reopened.map(({ day, branch }) => `${day} ${branch}`))
  for (const { day, branch, last } of facts.late) {
    if (opened.has(`${day} ${branch}`)) continue
    if (!last) anew(day, branch, 1)
    else closings.push({ day, branch, version: last.version, correction: last.correction + 1, journalAfter: last.journalTo, journalTo })
  }
  for (let day = first; day <= to; day = addDays(day, 1)) for (const branch of new Set([0, ...branches])) anew(day, branch, 1)
  return { closings, to: first <= to ? to : lastClosed }
}
