import type { InStatement } from '@libsql/client/http'
import type { Database } from '../../db/client.ts'
import { noticesToSend } from '../../db/notices/open-notices.ts'
import { recordAllToPrint, recordAttempt, recordDropped, recordFailure, recordSettled } from '../../db/notices/record-letters.ts'
import { dayOf } from '../domain/calendar.ts'
import { type Letter, letters } from '../domain/notices/letters.ts'
import { nextTry } from '../domain/notices/next-try.ts'
import type { Mailer } from '../mail.ts'
import { recorded } from './record-each.ts'

const PAGE = 100
/** A Worker may send so many requests in one run; the rest goes with the next. */
const MOST_PAGES = 6
const AT_ONCE = 10

/** Sends what is due to be sent. Each letter is taken before it goes out, so that no two senders send it. */
export async function sendNotices(db: Database, mailer: Mailer | undefined, now: Date): Promise<{ sent: number; failed: number }> {
  const counted = { sent: 0, failed: 0 }
  if (!mailer) {
    await db.record([recordAllToPrint()])
    return counted
  }
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { notices } = await db.ask({ notices: noticesToSend(now, dayOf(now), PAGE) })
    if (notices.length === 0) break
    await db.record(recordDropped(notices, now))
    const taken = await take(db, letters(notices), now)
    for (let at = 0; at < taken.length; at += AT_ONCE) {
      const outcomes = await Promise.all(taken.slice(at, at + AT_ONCE).map((letter) => outcomeOf(letter, mailer, now)))
      await db.record(outcomes.map(({ statement }) => statement))
      for (const { sent } of outcomes) counted[sent ? 'sent' : 'failed'] += 1
    }
  }
  return counted
}

/** All in one trip; one by one only when another sender has taken some of them. */
async function take(db: Database, wanted: readonly Letter[], now: Date): Promise<readonly Letter[]> {
  if (
    await recorded(
      db,
      wanted.flatMap((letter) => recordAttempt(letter, now)),
    )
  )
    return wanted
  const taken: Letter[] = []
  for (const letter of wanted) if (await recorded(db, recordAttempt(letter, now))) taken.push(letter)
  return taken
}

async function outcomeOf(letter: Letter, mailer: Mailer, now: Date): Promise<{ sent: boolean; statement: InStatement }> {
  const { key, reader, subject, text, notices, attempts } = letter
  const failed = await mailer({ key, to: reader.email ?? '', subject, text })
  if (!failed) return { sent: true, statement: recordSettled(notices, 'sent', now) }
  const next = failed.lasting ? undefined : nextTry(attempts + 1, now)
  return { sent: false, statement: recordFailure(letter, failed.failure, next) }
}
