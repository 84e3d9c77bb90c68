import { fold } from './fold.ts'

/** Words that look inflected and are not (алтын, Қазақстан), and stems that a suffix would cut too short. */
export const protectedWords: ReadonlySet<string> = new Set(
  `
  қазақстан өзбекстан қырғызстан түркістан тәжікстан
  түрікменстан ауғанстан пәкістан үндістан моңғолстан
  татарстан башқұртстан дағыстан орын басқа қатын теңге
  сауда ағылшын тұрғын әңгіме кәсіпорын оқиға аудан мәтін
  қысқа кесте шағын команда мойын шілде елорда қорытынды
  серпін ақорда келесі белсенді жарқын алтын туынды өскемен
  пайда отын қағида қарын ерін мұрын қойын мүсін мүмкін
  қорғасын айдын орда айқын егемен дайын олимпиада молда
  жалын босаға нәресте отбасы ақын қабырға тегін қарқын ойын
  жақын көгілдір газета карта парта анкета комета планета
  пошта касса тақта жүлде арда парда көрме мектеп дәптер
  құрмет бұқара қоғам ғалым адам әлем білім бөлім мұғалім
  өлім сенім құрам ислам бағдарлама өлең таң оң кең тең кезең
  келін бүгін жарын тығын түтін қалың бағын кебін зейін бауын
  сабын толқын екпін тігін дарын жауын қауын жасырын ағайын
  ботын жақсы қарсы арқылы туралы сияқты ретті белгілі атты
  түрлі қатты тәтті ащы тұщы әділетті үлгі белгі бөлгі жазғы
  жазушы әнші күлкі түлкі сорғы қайғы жаңғырық сызғы жолдас
  замандас отандас қарындас сыныптас әріптес қызметтес
  пікірлес мұраттас тұстас құрдас елдес сырлас мәселе драма
  тема поэма проблема программа схема реформа форма фирма
  норма платформа диаграмма дала бала ата апа ана аға әже әке
  іні іле мәде ленинград петроград дінбасы басшы пенде
  пирамида кешен бизнес үлес жалғас актер характер доллар
  лидер тендер мастер компьютер принтер контролер
  `
    .trim()
    .split(/\s+/)
    .map(fold),
)

/**
 * The words of a heading that may be protected: of a single word, or of an inverted personal name («Сейфуллин, Сәкен»). Words of
 * longer headings are inflected themselves (Қазақстан тарихы), and plurals are left to the stemmer. Folded.
 */
export function wordsToProtect(heading: string): string[] {
  const words = heading.match(/[\p{L}\p{M}'ʼ’]+/gu) ?? []
  if (words.length > 1 && !/^[\p{L}\p{M}'ʼ’-]+,/u.test(heading.trim())) return []
  return words.map(fold).filter((word) => word.length > 3 && !/[лдт][ае]р$/.test(word))
}

/** The protected words together with the library's own names. */
export function protectedWith(headings: Iterable<string>, others: ReadonlySet<string> = protectedWords): ReadonlySet<string> {
  const known = new Set(others)
  for (const heading of headings) for (const word of wordsToProtect(heading)) known.add(word)
  return known
}
