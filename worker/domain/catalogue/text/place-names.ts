import { keyOf } from './fold.ts'

/** Names of one place that differ by more than letters; a line is a place. Stems do for the endings. */
const places: readonly (readonly string[])[] = `
қазақстан казахстан
қырғызстан кыргызстан киргизия kyrgyzstan
өзбекстан узбекистан
түрікменстан туркменистан туркмения
тәжікстан таджикистан tajikistan
түркістан туркестан
ауғанстан афганистан
ресей россия russia
қытай китай china
моңғолия монголия
мәскеу москва moscow
алматы алма-ата
астана нұр-сұлтан
қарағанды караганда
балқаш балхаш
семей семипалатинск
шымкент чимкент
жамбыл джамбул
өскемен усть-каменогорск
орал уральск
ақтөбе актюбинск
қостанай кустанай
көкшетау кокчетав
қызылорда кзыл-орда
талдықорған талды-курган
жезқазған джезказган
екібастұз экибастуз
ертіс иртыш
сырдария сырдарья
жетісу семиречье
`
  .trim()
  .split('\n')
  .map((line) => [...new Set(line.split(' ').map((name) => keyOf(name.replaceAll('-', ''))))])

const byKey = new Map(places.flatMap((names) => names.map((name): [string, readonly string[]] => [name, names])))

/** The keys of the other names of a place that one of the terms is: Казахстан for қазақстан. */
export function otherPlaceNames(terms: readonly string[]): string[] {
  const names = terms.flatMap((term) => byKey.get(term) ?? [])
  return [...new Set(names)].filter((name) => !terms.includes(name))
}
