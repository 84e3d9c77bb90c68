import { seededRandom } from '../../../db/seed/random.ts'
import type { SearchAnswer } from '../../../worker/domain/catalogue/search-answer.ts'
import type { InventedCatalogue } from '../catalogue/invented-catalogue.ts'
import type { BenchQuestion, PlainQuestion, QuestionClass } from '../questions/question.ts'
import { type Asking, readAnswer, type Taken } from './asking.ts'
import { type Distribution, distribution, mean, median } from './distribution.ts'
import { middleAsked } from './middle-asked.ts'
import type { PlainAnswer } from './plain-search.ts'
import type { RowCounter } from './row-counter.ts'
import type { SentStatement } from './sent-statements.ts'
import { TIMES } from './times.ts'
import { type Errors, errorsOf, type Truth } from './truth.ts'

export interface Bench {
  catalogue: InventedCatalogue
  product: Asking
  plain: ((question: PlainQuestion) => Promise<PlainAnswer>) | undefined
  /** None for a catalogue too large for the memory of WebAssembly. */
  rows: RowCounter | undefined
  truth(statements: readonly SentStatement[], available: boolean): Promise<Truth | undefined>
  questionsAClass: number
}

export interface ClassResult {
  name: string
  kind: QuestionClass['kind']
  ms: Distribution
  /** Of one question on average: the system counts a thread's time in ticks longer than a question takes. */
  cpuMs: number
  plainMs: Distribution | undefined
  /** Most round trips when something was found as typed, and when not: then a correction is tried. */
  trips: number
  tripsCorrected: number
  rows: Distribution | undefined
  statuses: number[]
  known: { first: number; top10: number; plainTop10: number; of: number } | undefined
  errors: Errors[]
}

/** Plain FTS5 is asked once, and for so long at most: where it is slow, it is very slow. */
const PLAIN_MS_A_CLASS = 3_000
const TRUTHS_A_CLASS = 12

export interface AskedClass {
  asked: QuestionClass
  timed: Timed[]
}

/**
 * The product is timed first, alone: what counts its rows and asks the others would empty the processor's caches between its questions.
 * All questions of all classes in turn, as often as each is asked: what else the machine does for half a minute slows one time of each of
 * a class's questions, not the middle one.
 */
export async function timeClasses(
  { catalogue, product, questionsAClass }: Bench,
  classes: readonly QuestionClass[],
): Promise<AskedClass[]> {
  const all = classes.map((asked) => {
    const random = seededRandom(catalogue.seed + asked.name.length * 7_919 + asked.name.charCodeAt(0))
    const questions = Array.from({ length: questionsAClass }, () => asked.invent(catalogue, random))
    return { asked, questions: questions.map((question) => ({ question, runs: [] as Taken[], text: '' })) }
  })
  for (let round = 0; round < TIMES; round += 1)
    for (const { questions } of all)
      for (const one of questions) {
        const { text, ...taken } = await product.ask(one.question.path)
        one.runs.push(taken)
        one.text = text
      }
  return all.map(({ asked, questions }) => ({
    asked,
    timed: questions.map(({ question, runs, text }) => ({ question, product: middleAsked(runs), answer: readAnswer(text) })),
  }))
}

/** A class that was timed is held against the truth and against plain FTS5, and its rows are counted. */
export async function compareClass(bench: Bench, { asked, timed }: AskedClass): Promise<ClassResult> {
  const answers: Answered[] = []
  let plainMs = 0
  for (const one of timed) {
    const answered = await compare(bench, one, plainMs < PLAIN_MS_A_CLASS, answers.length < TRUTHS_A_CLASS)
    plainMs += answered.plain?.ms ?? 0
    answers.push(answered)
  }
  const plain = answers.flatMap(({ plain: own }) => own?.ms ?? [])
  const rows = answers.flatMap(({ rowsRead }) => rowsRead ?? [])
  const isCorrected = ({ answer: own }: Answered) => own.corrected !== undefined || own.total === 0
  const trips = (some: Answered[]) => Math.max(0, ...some.map(({ product }) => product.trips))
  return {
    name: asked.name,
    kind: asked.kind,
    ms: distribution(answers.map(({ product }) => product.ms)),
    cpuMs: mean(answers.map(({ product }) => product.cpuMs)),
    plainMs: plain.length > 0 ? distribution(plain) : undefined,
    trips: trips(answers.filter((one) => !isCorrected(one))),
    tripsCorrected: trips(answers.filter(isCorrected)),
    rows: rows.length > 0 ? distribution(rows) : undefined,
    statuses: [...new Set(answers.map(({ product }) => product.status))],
    known: known(answers),
    errors: answers.flatMap(({ errors }) => errors ?? []),
  }
}

interface Timed {
  question: BenchQuestion
  product: Taken
  answer: SearchAnswer
}

interface Answered extends Timed {
  plain: PlainAnswer | undefined
  rowsRead: number | undefined
  errors: Errors | undefined
}

async function compare({ product, plain, rows, truth }: Bench, timed: Timed, withPlain: boolean, withTruth: boolean): Promise<Answered> {
  const { question, answer } = timed
  const statements = await product.statementsOf(question.path)
  const known = withTruth && answer.facets ? await truth(statements, question.path.includes('available=1')) : undefined
  return {
    ...timed,
    plain: withPlain && question.plain && plain ? await plain(question.plain) : undefined,
    rowsRead: rows?.rowsRead(statements),
    errors: known && errorsOf(answer, known),
  }
}

/** Another edition of the very same title is as good. */
function known(answers: Answered[]): ClassResult['known'] {
  const wanting = answers.filter(({ question }) => question.wanted)
  if (wanting.length === 0) return undefined
  const rank = ({ question: { wanted }, answer }: Answered) =>
    (answer.hits ?? []).findIndex(({ id, title }) => id === wanted?.id || title.toLowerCase() === wanted?.title.toLowerCase())
  const ranks = wanting.map(rank)
  return {
    first: ranks.filter((place) => place === 0).length,
    top10: ranks.filter((place) => place >= 0 && place < 10).length,
    plainTop10: wanting.filter(({ question, plain }) => plain?.ids.slice(0, 10).includes(question.wanted?.id ?? 0)).length,
    of: wanting.length,
  }
}

/** Infinite where nothing was compared. */
export function medianError(results: readonly ClassResult[], of: (errors: Errors) => number[]): number {
  const errors = results.flatMap((one) => one.errors.filter(({ estimated }) => estimated).flatMap(of))
  return errors.length > 0 ? median(errors) : Number.POSITIVE_INFINITY
}
