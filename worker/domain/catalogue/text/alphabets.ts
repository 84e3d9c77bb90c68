/** Every table here ends in the fold's own alphabet: а-я without ё ъ ы ь э, where и stands for и і ы and у for у ұ ү. */

const table = (rows: string): ReadonlyMap<string, string> =>
  new Map(
    rows
      .trim()
      .split(/\s+/)
      .flatMap((row) => {
        const [letters = '', folded = ''] = row.split('>')
        return [...letters].map((letter): [string, string] => [letter, folded])
      }),
  )

/** Kazakh and Russian Cyrillic, with the letters met in old cards: of its neighbours, of before 1918 and 1957, of codes without Kazakh. */
export const cyrillic = table(`
  ә>а ғґ>г қҡҝ>к ңҥӊн>н ө>о ұүўӯ>у һҳ>х іыїѵи>и ёэєѣ>е щ>ш ъь>
  җҷџ>ж ҙ>з ҫ>с ҹћ>ч ј>й љ>л њ>н ђ>д ѳ>ф
`)

/** Latin-block letters that keyboards and OCR leave inside Cyrillic words. */
export const lookAlikes = table(`
  ə>ә ɵ>ө a>а c>с e>е o>о p>р x>х y>у i>і k>к h>һ m>м t>т b>в f>ғ ø>ө
`)

/** Cyrillic letters that a keyboard left inside Latin words, and the ı of Yañalif. */
export const latinLookAlikes = table(`
  а>a с>c е>e о>o р>p х>x у>y і>i к>k һн>h м>m т>t в>b ь>ı
`)

/** Longest first, and ts last: the 2017 ts' is т and ш (патша). German sch is ш, as сч is in a fold. */
export const latinDigraphs: readonly (readonly [string, string])[] = [
  ['shch', 'ш'],
  ['tsch', 'ч'],
  ['dsch', 'дж'],
  ['sch', 'ш'],
  ['sh', 'ш'],
  ['ch', 'ч'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['gh', 'г'],
  ['ya', 'я'],
  ['yu', 'ю'],
  ["s'", 'ш'],
  ["c'", 'ч'],
  ["y'", 'у'],
  ["a'", 'а'],
  ["g'", 'г'],
  ["i'", 'и'],
  ["n'", 'н'],
  ["o'", 'о'],
  ["u'", 'у'],
  ['ts', 'ц'],
]

/** The 2017, 2018, 2019 and 2021 alphabets and informal spelling together: where they disagree, the fold does not care. */
export const latin = table(`
  aäáə>а b>б c>ц çč>ч d>д eéèêë>е f>ф gğǵḡƣ>г h>х iıíïî>и j>ж k>к l>л m>м nñńŋꞑ>н oöóôɵø>о p>п q>к
  r>р sß>с şșšŝ>ш t>т uūüúûwýŭ>у v>в x>х y>и z>з žƶ>ж œæ>е ł>л đð>д þ>т '>
`)

/** Төте жазу; the hamza in both code points, the tatweel and the joiners carry no letter. */
export const arabic = table(`
  اٵأآ>а ب>б پ>п ت>т جژ>ж چ>ч حخ>х د>д ر>р ز>з س>с ش>ш عغ>г ف>ф قكک>к گ>г ڭ>н ل>л م>м ن>н هھ>х ەې>е
  وٶ>о ۆ>в ۇٷۋ>у ىٸئيی>и ءٴـ>
`)
