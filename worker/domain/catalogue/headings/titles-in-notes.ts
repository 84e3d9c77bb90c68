import { trimIsbd } from '../marc-text.ts'
import type { OtherTitle } from '../record.ts'

/** How cataloguers say in a note what a translation was made from, and what was translated from it. */
const ORIGINAL = [
  'загл(?:\\.|авие)\\s*(?:ориг(?:\\.|инала)|на яз\\. ориг\\.)',
  'ориг(?:\\.|инальное) загл(?:\\.|авие)',
  'пер(?:\\.|евод) изд(?:\\.|ания)',
  'оригинал',
  'түпнұсқа(?:сы|ның)?(?: атауы| тақырыбы)?',
  'translation (?:or edition )?of',
  'originally published (?:as|under (?:the )?title)',
  'original title',
  'übersetzung von',
  'originaltitel',
  'traduction de',
  'titre original',
]
const TRANSLATION = [
  '(?:қазақ|орыс|ағылшын|неміс|француз|түрік|қырғыз|өзбек)ш[ае](?: аудармасы)?',
  'на (?:казахском|русском|английском|немецком|французском|турецком|киргизском|узбекском)(?: языке| яз\\.)?',
  'на (?:других|другом) языка?[хе]',
  'басқа тілде',
  'in another language',
  'translated (?:as|under the title)',
]

const label = (forms: string[]) => `(?<=^|[\\s,;.(])(?:${forms.join('|')})\\s*:\\s*`
const BY = '(?:\\s*\\((?<author>[^()]+)\\))?'
const quoted = (forms: string[]) => new RegExp(`${label(forms)}[«"“](?<title>[^»"”]+)[»"”]${BY}`, 'giu')
// Without quotation marks the title ends where ISBD begins the next element.
const unquoted = new RegExp(`${label(ORIGINAL)}(?<title>[^«"“\\s](?:(?!\\s/\\s|\\s?\\.\\s?[-–—]\\s).)*)`, 'giu')

/** `Загл. ориг.: Абай жолы`, `орысша: «Путь Абая» (Ауэзов, Мухтар)`, `Translation of: Abai zholy.` */
export function titlesInNotes(notes: readonly string[]): OtherTitle[] {
  return notes.flatMap((note) => [
    ...found(note, quoted(ORIGINAL), 'original'),
    ...found(note, unquoted, 'original'),
    ...found(note, quoted(TRANSLATION), 'translation'),
  ])
}

function found(note: string, pattern: RegExp, relation: OtherTitle['relation']): OtherTitle[] {
  return [...note.matchAll(pattern)].flatMap(({ groups }) => {
    const title = trimIsbd(groups?.title ?? '')
    const author = groups?.author?.trim()
    return title === '' ? [] : [{ title, ...(author && { author }), relation }]
  })
}
