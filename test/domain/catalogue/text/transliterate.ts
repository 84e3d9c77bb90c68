/** Cyrillic to the other scripts, letter by letter: kazakh-text 3.1 to 3.3. Written apart from the analyser's own tables on purpose. */
const cyrillic = 'а ә б в г ғ д е ж з и й і ы к қ л м н ң о ө п р с т у ұ ү ф х һ ч ш щ ц э ю я ё ъ ь'
const columns = {
  'Latin of 2017': "a a' b v g g' d e j z i' i' i y k q l m n n' o o' p r s t y' u u' f h h c' s' s's' ts e i'y' i'a i'o - -",
  'Latin of 2018': 'a á b v g ǵ d e j z ı ı i y k q l m n ń o ó p r s t ý u ú f h h ch sh sh ts e ıý ıa ıo - -',
  'Latin of 2019': 'a ä b v g ğ d e j z ı ı i y k q l m n ŋ o ö p r s t w u ü f h h ç ş ş ts e ıw ıa ıo - -',
  'Latin of 2021': 'a ä b v g ğ d e j z i i ı y k q l m n ñ o ö p r s t u ū ü f h h ç ş ş ts e iu ia io - -',
  'informal Latin': 'a a b v g g d e zh z i y i y k k l m n n o o p r s t u u u f kh h ch sh sh ts e yu ya yo - -',
  'a Russian keyboard': 'а а б в г г д е ж з и й и ы к к л м н н о о п р с т у у у ф х х ч ш щ ц э ю я ё ъ ь',
  'Arabic төте': 'ا ا ب ۆ گ ع د ە ج ز ي ي ى ى ك ق ل م ن ڭ و و پ ر س ت ۋ ۇ ۇ ف ح ھ چ ش شش تس ە يۋ يا يو - -',
} as const

export type OtherScript = keyof typeof columns
export const otherScripts = Object.keys(columns) as OtherScript[]

const tables = new Map(
  otherScripts.map((script) => {
    const letters = columns[script].split(' ')
    return [script, new Map(cyrillic.split(' ').map((letter, place) => [letter, letters[place]]))]
  }),
)

export function transliterate(word: string, script: OtherScript): string {
  let out = ''
  for (const letter of word) out += (tables.get(script)?.get(letter) ?? letter).replace('-', '')
  const fronted = script === 'Arabic төте' && /[әөүі]/.test(word) && !/[كگە]/.test(out)
  return fronted ? `ء${out}` : out
}
