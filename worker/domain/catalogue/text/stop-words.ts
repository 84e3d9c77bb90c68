import { keyOf, scriptOf } from './fold.ts'

const stopWords: ReadonlySet<string> = new Set(
  `
  және мен бен пен да де та те ма ме ба бе па пе не немесе әлде
  бірақ ал алайда дегенмен сондықтан өйткені себебі егер
  үшін туралы жайлы жайында арқылы бойынша сияқты секілді
  тәрізді дейін шейін кейін соң бұрын бері қарай қарсы ғана
  тек қана ғой еді екен емес жоқ бар болып болған болды болады
  болу бол деп деген дейді осы бұл сол ол мына мынау анау олар
  біз сіз сен мен өз өзі өзінің оның оған одан онда соның мұны
  бұның барлық бүкіл әр әрбір кейбір бірнеше көп аз өте ең
  тағы да сондай осындай мұндай қандай қай кім не қашан қайда
  неге атты атындағы ж  жыл жылы и в во на с со к ко по о об от до из
  за у для при без под над про через между как что чтобы это
  этот эта эти тот та те то он она оно они мы вы я его её их не
  ни но а или ли же бы был была было были есть быть все весь вся
  всё который которая которые также тоже так уже ещё год года
  гг т д др номер нөмір
  `
    .trim()
    .split(/\s+/)
    .flatMap((word) => [word, word.replaceAll('ё', 'е')]),
)
const englishStopWords: ReadonlySet<string> = new Set(['the', 'of', 'and', 'for'])
const stopKeys: ReadonlySet<string> = new Set([...stopWords].map(keyOf))

/**
 * Cyrillic is judged by its spelling, for ар (honour) has the key of әр (every); other scripts by their key. A single letter is an
 * initial, which the record may write in full.
 */
export function isStopWord(written: string, key: string): boolean {
  if (/^\p{L}$/u.test(written)) return true
  if (scriptOf(written) === 'cyrillic') return stopWords.has(written)
  return stopKeys.has(key) || englishStopWords.has(written)
}
