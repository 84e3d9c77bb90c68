/** How Kazakh and Russian letters are written in an address that is read aloud, sent and typed. */
const LATIN = new Map(
  'а:a ә:a б:b в:v г:g ғ:g д:d е:e ё:yo ж:zh з:z и:i й:i к:k қ:q л:l м:m н:n ң:ng о:o ө:o п:p р:r с:s т:t у:u ұ:u ү:u ф:f х:kh һ:h ц:ts ч:ch ш:sh щ:shch ъ: ы:y і:i ь: э:e ю:yu я:ya'
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
)

const MOST_WORDS = 8

/** `/record/123-abai-zholy`: the number decides, the words are for the reader's eye. */
export function recordAddress(id: number, title: string): string {
  const letters = Array.from(title.toLocaleLowerCase('kk').normalize('NFC'), (letter) => LATIN.get(letter) ?? letter)
  const words = letters.join('').match(/[\p{L}\p{N}]+/gu) ?? []
  return ['/record/', id, ...words.slice(0, MOST_WORDS).map((word) => `-${word}`)].join('')
}

/** The number in `123-abai-zholy`; undefined when there is none. */
export function recordIdIn(words: string): number | undefined {
  const id = Number(/^(\d{1,15})(?:-|$)/.exec(words)?.[1])
  return Number.isSafeInteger(id) && id > 0 ? id : undefined
}
