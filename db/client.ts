import { type Client, createClient, type InStatement, LibsqlError, type ResultSet, type Row } from '@libsql/client/http'
import { byPlace } from './by-place.ts'
import { type Patience, sendWith } from './line.ts'

/** Statements to put to the database, and how to read their answers. */
export interface Question<Answer> {
  statements: InStatement[]
  read(results: ResultSet[]): Answer
}

type Answers<Questions> = { [Name in keyof Questions]: Questions[Name] extends Question<infer Answer> ? Answer : never }

/** One request's door to the database: it counts its round trips and the rows that they read. */
export interface Database {
  readonly trips: number
  readonly rows: number
  /** Puts all questions in one batch, with the lines that waited for one: one round trip. */
  ask<Questions extends Record<string, Question<unknown>>>(questions: Questions, lines?: InStatement[]): Promise<Answers<Questions>>
  /** Writes everything or nothing, in one round trip. */
  record(statements: InStatement[]): Promise<ResultSet[]>
  readonly client: Client
}

export interface DatabaseAddress {
  url: string
  authToken?: string | undefined
  fetch?: typeof fetch
  patience?: Patience
}

const PATIENT: Patience = { limitMs: 60_000, insists: true, now: Date.now }

export function openDatabase({ url, authToken, fetch: send = fetch, patience = PATIENT }: DatabaseAddress): Database {
  let trips = 0
  let rows = 0
  const client = createClient({
    url,
    ...(authToken ? { authToken } : {}),
    concurrency: 0,
    fetch: async (request: Request) => {
      const counted: typeof fetch = (sent, init) => {
        trips += 1
        return send(sent, init)
      }
      const { response, rowsRead } = await sendWith(counted, request, patience)
      rows += rowsRead
      return response
    },
  })
  return {
    client,
    get trips() {
      return trips
    },
    get rows() {
      return rows
    },
    async ask(questions, lines = []) {
      const { statements, read } = together(questions)
      return read(
        lines.length > 0 ? await client.batch([...statements, ...lines].map(byPlace), 'write') : await resultsOf(client, statements),
      )
    },
    record: async (statements) => (statements.length === 0 ? [] : client.batch(statements.map(byPlace), 'write')),
  }
}

/** Puts one question, where nobody counts the trips. */
export async function ask<Answer>(client: Client, { statements, read }: Question<Answer>): Promise<Answer> {
  return read(await resultsOf(client, statements))
}

/** A batch opens a transaction: what sees one moment anyway needs none. */
async function resultsOf(client: Client, statements: InStatement[]): Promise<ResultSet[]> {
  const [only, ...more] = statements
  return only !== undefined && more.length === 0 ? [await client.execute(byPlace(only))] : client.batch(statements.map(byPlace), 'read')
}

/** Several questions as one, answered in one batch. */
export function together<Questions extends Record<string, Question<unknown>>>(questions: Questions): Question<Answers<Questions>> {
  const entries = Object.entries(questions)
  return {
    statements: entries.flatMap(([, question]) => question.statements),
    read: (results) => {
      let next = 0
      const answers = entries.map(([name, question]) => {
        const own = results.slice(next, next + question.statements.length)
        next += own.length
        return [name, question.read(own)]
      })
      return Object.fromEntries(answers)
    },
  }
}

/** A list of questions as one; the answers come in its order. */
export function each<Answer>(questions: readonly Question<Answer>[]): Question<Answer[]> {
  return {
    statements: questions.flatMap(({ statements }) => statements),
    read: (results) => {
      let next = 0
      return questions.map(({ statements, read }) => {
        next += statements.length
        return read(results.slice(next - statements.length, next))
      })
    },
  }
}

/** The rows of the n-th result. */
export function rowsOf(results: ResultSet[], index = 0): Row[] {
  return results[index]?.rows ?? []
}

/** `table.column` of the uniqueness that a write would have broken, if that is why it failed. */
export function brokenUniqueness(error: unknown): string | undefined {
  if (!(error instanceof LibsqlError)) return undefined
  return /UNIQUE constraint failed: ([\w.]+)/.exec(error.message)?.[1]
}

/** `table.column` of the uniqueness, or of the value that must be there, that a write would have broken. */
export function brokenLaw(error: unknown): string | undefined {
  if (!(error instanceof LibsqlError)) return undefined
  return /(?:UNIQUE|NOT NULL) constraint failed: ([\w.]+)/.exec(error.message)?.[1]
}
