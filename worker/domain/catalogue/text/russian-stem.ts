/// <reference path="./snowball-stemmers.d.ts" />
import { newStemmer } from 'snowball-stemmers'
import { keyOf } from './fold.ts'

const snowball = newStemmer('russian')

/** котёнок and котята */
function young(one: string, many: string, ...bases: string[]): string[] {
  return bases.map((base) => [base + one, ...['', 'а', 'ам', 'ами', 'ах'].map((ending) => base + many + ending)].join(' '))
}

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
    'памят память',
    'печат печать',
    'кроват кровать',
    'режим режим',
    'матер мать матерью',
    'дочер дочь дочерью дочерьми',
    'дет дитя дети детей детям детьми детях',
    'друг друзья друзей друзьям друзьями друзьях',
    'сын сыновья сыновей сыновьям сыновьями сыновьях',
    'хозяин хозяева хозяев хозяевам хозяевами хозяевах',
    'неб небеса небес небесам небесами небесах',
    'чуд чудеса чудес чудесам чудесами чудесах',
    'письм писем',
    'илья илья ильи илье илью ильей ильею',
    'цветк цветы цветов цветам цветами цветах',
    ...young('ёнк', 'ят', 'жереб', 'козл', 'кот', 'льв', 'порос', 'тел', 'тигр', 'ут', 'цыпл', 'ягн'),
    ...young('онк', 'ат', 'волч', 'зайч', 'медвеж', 'мыш'),
    ...['врем', 'им', 'плем', 'плам', 'знам', 'сем', 'брем'].map(
      (base) => `${base}ен ${['я', 'ени', 'енем', 'ена', 'ен', 'енам', 'енами', 'енах'].map((ending) => base + ending).join(' ')}`,
    ),
  ].flatMap((line) => {
    const [stem = '', ...forms] = line.split(' ')
    return forms.map((form): [string, string] => [form, keyOf(stem)])
  }),
)

/** Stems of which some forms have a vowel more. */
const fuller = new Map(
  `ветр ветер, камн камен, ковр ковер, козл козел, корн корен, костр костер, котл котел, огн огон, орл орел, осл осел,
   парн парен, посл посол, ремн ремен, узл узел, угл угол, хребт хребет, павл павел,
   басн басен, башн башен, весн весен, вишн вишен, деревн деревен, земл земел, кресл кресел, кукл кукол, кухн кухон,
   окн окон, песн песен, свадьб свадеб, сестр сестер, сосн сосен, судьб судеб, тюрьм тюрем, числ чисел`
    .split(',')
    .map((pair): [string, string] => {
      const [short = '', full = ''] = pair.trim().split(' ').map(keyOf)
      return [short, full]
    }),
)

/** Snowball takes капитан, капитал, измена, автомобили and опыт for verbs, and so parts them from капитану. */
const VERB_LIKE = /^(.+?(?:[ая]н|ен|[аяиы]л|[иы]т(?!ь$)))(?:а|ы|о|у|е|и|ь|я|ю|ой|ою|ом|ов|ам|ами|ах|ью|ям|ями|ях|ей|ем)?$/
/** The one of many граждане and крестьяне. */
const ONE_OF_MANY = /ин(?<=..[ая]нин)(?:а|у|ом|е)?$/
/** Of музей and музеи it leaves муз, of музея музе. */
const inEj = `
  алексе андре геро евре елисе злоде колизе кра лице мавзоле матве музе никола обыча поко попуга сара серге сло случа стро тимофе
  трамва трофе урожа хокке юбиле
`
const EJ = new RegExp(`^(${inEj.trim().split(/\s+/).join('|')})(?:й|я|ю|е|ем|и|ев|ям|ями|ях)$`)

/** The folded stem of a word that could be Russian: Cyrillic without a Kazakh letter. Two letters say too little to be one. */
export function russianStem(written: string): string | undefined {
  if (!/^[а-яё]+$/.test(written)) return undefined
  const word = written.replaceAll('ё', 'е').replace(ONE_OF_MANY, '')
  const known = irregular.get(word)
  if (known) return known
  const cut = (VERB_LIKE.exec(word) ?? EJ.exec(word))?.[1] ?? snowball.stem(word)
  const stem = withoutFleeting(keyOf(cut.replace(/ец(?<=[аео]ец)$/, 'йц')))
  return stem.length > 2 ? stem : shortStem(word)
}

/** Snowball leaves аб of Абая and ма of мая; анн of Анну is one letter less in a key. */
function shortStem(word: string): string | undefined {
  const name = /^(.*([^аеиоуыэюя])\2)(?:а|ы|е|у|ой|ою)$/.exec(word)?.[1]
  if (name) return keyOf(`${name}а`)
  const open = /^(.+[аеоуы])(?:я|ю|ем|е)$/.exec(word)?.[1]
  return open && keyOf(`${open}й`)
}

/** песок and песк-а, отец and отц-а: the vowel before к and ц (folded тс) goes in every word, which parts none from its own forms. */
function withoutFleeting(stem: string): string {
  const bare = stem.replace(/(?<=..)(?:(?<=[бвгджзклмнпрстфхчш])о(?=к$)|(?<=[жчш])е(?=к$)|(?<=[бвгджзклмнпрстфхчш])е(?=тс$))/, '')
  return fuller.get(bare) ?? bare.replace(/тт(?=с$)/, 'т')
}
