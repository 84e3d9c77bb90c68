import type { InStatement } from '@libsql/client/http'
import { type Question, rowsOf } from '../client.ts'

/** How often each question was seen before; questions are named by a hash. */
export function seenBefore(questions: number[]): Question<Map<number, number>> {
  return {
    statements: [
      {
        sql: 'SELECT question, seen FROM question_sightings WHERE question IN (SELECT value FROM json_each(?))',
        args: [JSON.stringify(questions)],
      },
    ],
    read: (results) => new Map(rowsOf(results).map(({ question, seen }) => [Number(question), Number(seen)])),
  }
}

export function recordSightings(sightings: [question: number, times: number][]): InStatement {
  return {
    sql: `INSERT INTO question_sightings SELECT value ->> 0, value ->> 1 FROM json_each(?) WHERE TRUE
          ON CONFLICT (question) DO UPDATE SET seen = seen + excluded.seen`,
    args: [JSON.stringify(sightings)],
  }
}

/** Every night what was seen counts half: a question put once is forgotten at once, one put a hundred times within a week. */
export function recordFading(): InStatement[] {
  return ['UPDATE question_sightings SET seen = seen / 2', 'DELETE FROM question_sightings WHERE seen = 0']
}
