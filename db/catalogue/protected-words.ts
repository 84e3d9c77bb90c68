import type { InStatement } from '@libsql/client/http'
import { protectedWords } from '../../worker/domain/catalogue/text/protected-words.ts'
import { type Question, rowsOf } from '../client.ts'

let lastText = ''
let lastWords: ReadonlySet<string> = protectedWords

/** What the index is written with. The same words are the same set, for the analyser remembers by it. */
export function protectedFacts(): Question<ReadonlySet<string>> {
  return {
    statements: ['SELECT words FROM protected_words'],
    read: (results) => {
      const text = String(rowsOf(results)[0]?.words ?? '')
      if (text !== lastText) {
        lastText = text
        lastWords = text === '' ? protectedWords : new Set([...protectedWords, ...text.split(' ')])
      }
      return lastWords
    },
  }
}

export function recordProtected(words: string[]): InStatement {
  return { sql: 'INSERT OR REPLACE INTO protected_words VALUES (1, ?)', args: [words.join(' ')] }
}

/** A page of headings after this one, with the number of their records. */
export function listHeadingUse(afterId: number, limit: number): Question<{ id: number; label: string; records: number }[]> {
  return {
    statements: [
      {
        sql: `SELECT h.id, h.label, (SELECT count(*) FROM record_headings r WHERE r.heading_id = h.id) AS records
              FROM headings h WHERE h.id > ? ORDER BY h.id LIMIT ?`,
        args: [afterId, limit],
      },
    ],
    read: (results) =>
      rowsOf(results).map(({ id, label, records }) => ({ id: Number(id), label: String(label), records: Number(records) })),
  }
}
