/// <reference path="./snowball-stemmers.d.ts" />
import { newStemmer } from 'snowball-stemmers'
import { keyOf } from './fold.ts'

const snowball = newStemmer('russian')

/** Words whose forms have too little in common, each with its stem before it. */
const irregular = new Map(
  [
    'два две двух двум двумя',
    'три трех трем тремя',
    'четыре четырех четырем четырьмя',
    'ден дня дню днем дне дни дней дням днями днях',
    'лев льва льву львом львы львов львам львами',
    'сон сна сну сном сне сны снов снам снами снах',
    'любов любви',
    'церков церкви церквей церквам церквами',
  ].flatMap((line) => {
    const [stem = '', ...forms] = line.split(' ')
    return forms.map((form): [string, string] => [form, keyOf(stem)])
  }),
)

/** Stems of which some forms have a vowel more. */
const fuller = new Map(
  `ветр ветер, камн камен, ковр ковер, козл козел, корн корен, костр костер, котл котел, огн огон, орл орел, осл осел,
   парн парен, посл посол, ремн ремен, узл узел, угл угол, хребт хребет`
    .split(',')
    .map((pair): [string, string] => {
      const [short = '', full = ''] = pair.trim().split(' ').map(keyOf)
      return [short, full]
    }),
)

/** The folded stem of a word that could be Russian: Cyrillic without a Kazakh letter. Two letters say too little to be one. */
export function russianStem(written: string): string | undefined {
  if (!/^[а-яё]+$/.test(written)) return undefined
  const word = written.replaceAll('ё', 'е')
  const known = irregular.get(word) ?? countryStem(word)
  if (known) return known
  const stem = withoutFleeting(keyOf(snowball.stem(word)))
  return stem.length > 2 ? stem : shortStem(word)
}

/** Snowball takes казахстан and казахстана for verbs. */
function countryStem(word: string): string | undefined {
  const country = /^(.{2,}стан)(?:а|у|е|ом)?$/.exec(word)?.[1]
  return country && keyOf(country)
}

/** Snowball leaves аб of Абая and ма of мая. */
function shortStem(word: string): string | undefined {
  const open = /^(.+[аеоуы])(?:я|ю|ем|е)$/.exec(word)?.[1]
  return open && keyOf(`${open}й`)
}

/** песок and песк-а, отец and отц-а: the vowel before к and ц (folded тс) goes in every word, which parts none from its own forms. */
function withoutFleeting(stem: string): string {
  const bare = stem.replace(/(?<=..)(?:(?<=[бвгджзклмнпрстфхчш])о(?=к$)|(?<=[жчш])е(?=к$)|(?<=[бвгджзклмнпрстфхчш])е(?=тс$))/, '')
  return fuller.get(bare) ?? bare.replace(/тт(?=с$)/, 'т')
}
