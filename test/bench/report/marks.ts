import type { Build } from '../library/open-library.ts'
import type { Distribution } from '../measure/distribution.ts'
import { type ClassResult, medianError } from '../measure/run-class.ts'

export interface Mark {
  text: string
  value: string
  passed: boolean
}

export interface SizeResult {
  build: Build
  classes: ClassResult[]
  /** The way to the database and back, with nothing asked. */
  there: Distribution
}

const MARKED_SIZE = 200_000
const LARGE_SIZE = 2_000_000

/** What issue 3 asks for, held against what was measured. */
export function marksOf(results: readonly SizeResult[]): Mark[] {
  const marked = results.find(({ build }) => build.titles === MARKED_SIZE)
  const large = results.find(({ build }) => build.titles === LARGE_SIZE)
  return [...(marked ? marksAtSize(marked) : []), ...(marked && large ? marksOfGrowth(marked, large) : [])]
}

const ms = (value: number) => `${value.toFixed(1)} ms`
const percent = (value: number) => `${(100 * value).toFixed(1)} %`
const isDeep = ({ name }: ClassResult) => name.startsWith('deep')
const asksAvailable = ({ name }: ClassResult) => name.includes('available')

function highest(
  text: string,
  classes: readonly ClassResult[],
  of: (result: ClassResult) => number,
  limit: number,
  show: (value: number) => string = String,
): Mark {
  const worst = classes.reduce<ClassResult | undefined>((most, one) => (most && of(most) >= of(one) ? most : one), undefined)
  const value = worst ? of(worst) : Number.POSITIVE_INFINITY
  return { text, value: `${show(value)} (${worst?.name ?? 'not measured'})`, passed: value <= limit }
}

function marksAtSize({ build, classes }: SizeResult): Mark[] {
  const searches = classes.filter(({ kind }) => kind === 'search')
  const first = searches.filter((one) => !isDeep(one))
  const suggestions = classes.filter(({ kind }) => kind === 'suggestion')
  const rows = ({ rows: read }: ClassResult) => read?.max ?? Number.POSITIVE_INFINITY
  const bytes = Object.values(build.size).reduce((sum, part) => sum + part, 0) / build.titles
  const seconds = (build.indexSeconds / build.titles) * 100_000
  const whole = classes.find(({ name }) => name === 'whole title')?.known
  const commonest = classes.find(({ name }) => name === 'very common')
  const faster = (commonest?.plainMs?.median ?? 0) / (commonest?.ms.median ?? 1)
  const totals = medianError(first, ({ total }) => [total])
  const branches = medianError(first, (errors) => errors.branches)
  const inexact = first.flatMap(({ errors }) => errors).filter(({ estimated, total }) => !estimated && total > 0).length
  const failed = classes.filter(({ kind, statuses }) => statuses.some((status) => (kind === 'refused') === (status === 200)))
  return [
    {
      text: 'every question is answered, or refused politely',
      value: failed.map(({ name }) => name).join(', ') || 'yes',
      passed: failed.length === 0,
    },
    highest('every class: p99 at most 10 ms', classes, (one) => one.ms.p99, 10, ms),
    { text: 'commonest words: at least 20 times faster than plain FTS5', value: `${faster.toFixed(1)} times`, passed: faster >= 20 },
    highest(
      'rows read a search: at most 4,000',
      first.filter((one) => !asksAvailable(one)),
      rows,
      4_000,
    ),
    highest('rows read with availability: at most 5,000', first.filter(asksAvailable), rows, 5_000),
    highest('rows read a suggestion: at most 25', suggestions, rows, 25),
    highest('rows read a deep page: at most 80', searches.filter(isDeep), rows, 80),
    highest('round trips when something is found as typed: 1', classes, (one) => one.trips, 1),
    highest('round trips when not, and a correction is tried: at most 2', classes, (one) => one.tripsCorrected, 2),
    { text: 'index with its lines: at most 800 bytes a title', value: `${Math.round(bytes)} bytes`, passed: bytes <= 800 },
    { text: 'build: at most 25 s for 100,000 titles', value: `${seconds.toFixed(1)} s`, passed: seconds <= 25 },
    {
      text: 'the whole title finds its book first: 99 of 100',
      value: whole ? percent(whole.first / whole.of) : 'not measured',
      passed: whole !== undefined && whole.first / whole.of >= 0.99,
    },
    highest('CPU of the Worker for one question of any class: under 10 ms', classes, (one) => one.cpuMs, 10, ms),
    { text: 'estimated totals: 3 % off at most (median)', value: percent(totals), passed: totals <= 0.03 },
    { text: 'estimated branch facets: 8 % off at most (median)', value: percent(branches), passed: branches <= 0.08 },
    { text: 'totals not marked as estimates are exact', value: `${inexact} are not`, passed: inexact === 0 },
  ]
}

const COMMON_CLASSES = [
  'common',
  'very common',
  'very common, branch, available',
  'common, language, decade',
  'browse a language',
  'browse a branch',
  'browse a class',
]
const INTERSECTIONS = ['two common', 'dense but disjoint', 'dense but disjoint filter']

function marksOfGrowth(marked: SizeResult, large: SizeResult): Mark[] {
  const p99 = ({ classes }: SizeResult, name: string) => classes.find((one) => one.name === name)?.ms.p99 ?? Number.POSITIVE_INFINITY
  const common = large.classes.filter(({ name }) => COMMON_CLASSES.includes(name))
  const growth = ({ name }: ClassResult) => p99(large, name) / p99(marked, name)
  return [
    highest('common classes at 2,000,000 titles: p99 at most 1.5 times that at 200,000', common, growth, 1.5, (value) => value.toFixed(2)),
    highest(
      'worst intersection at 2,000,000 titles: p99 at most 60 ms',
      large.classes.filter(({ name }) => INTERSECTIONS.includes(name)),
      (one) => one.ms.p99,
      60,
      ms,
    ),
  ]
}
