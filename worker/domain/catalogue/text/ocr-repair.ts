/** What scanning does to Kazakh text, as far as it can be undone without knowing the words. */
const REPAIRS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L})[-‐\u00ad][ \t]*\r?\n\s*(?=\p{Ll})/gu, ''],
  [/ə/g, 'ә'],
  [/Ə/g, 'Ә'],
  [/ɵ/g, 'ө'],
  [/Ɵ/g, 'Ө'],
  [/ь[іi]/g, 'ы'],
  [/Ь[ІI]/g, 'Ы'],
  [/(?<=[а-яәіңғүұқөһ])¥/g, 'ұ'],
  [/¥(?=[а-яәіңғүұқөһ])/gi, 'Ұ'],
  [/(?<!\p{L})К,(?=[аоуыұ])/gu, 'Қ'],
  [/(?<=\p{L}|^|\s)к,(?=[аоуыұ])/gu, 'қ'],
  [/(?<=[а-яәіңғүұқөһ])3(?=[а-яәіңғүұқөһ])/g, 'з'],
  [/(?<=[А-ЯӘІҢҒҮҰҚӨҺ])3(?=[А-ЯӘІҢҒҮҰҚӨҺ])/g, 'З'],
  [/(?<![\p{L}\p{N}.])3(?=\.\s?\p{Lu}|[аәеиіоөуұүыэ])/gu, 'З'],
]

/** The text as it was probably printed; text without a Cyrillic letter stays as it is. */
export function repairOcr(text: string): string {
  if (!/\p{Script=Cyrillic}/u.test(text)) return text
  return REPAIRS.reduce((repaired, [wrong, right]) => repaired.replace(wrong, right), text.normalize('NFC'))
}
