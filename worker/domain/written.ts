import { type Day, dayOf } from './calendar.ts'

/** The languages in which the library speaks. */
export type Language = 'kk' | 'ru' | 'en'

export const LANGUAGES: readonly Language[] = ['kk', 'ru', 'en']

const NBSP = '\u00a0'

/** Neither workerd nor the browsers know Kazakh months. The case is the one that stands after a number. */
const MONTHS: Record<Language, readonly string[]> = {
  kk: ['қаңтар', 'ақпан', 'наурыз', 'сәуір', 'мамыр', 'маусым', 'шілде', 'тамыз', 'қыркүйек', 'қазан', 'қараша', 'желтоқсан'],
  ru: ['января', 'февраля', 'марта', 'апреля', 'мая', 'июня', 'июля', 'августа', 'сентября', 'октября', 'ноября', 'декабря'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
}

const RUSSIAN_MONTHS_ALONE = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split(' ')

const WEEKDAYS: Record<Language, readonly string[]> = {
  kk: ['дүйсенбі', 'сейсенбі', 'сәрсенбі', 'бейсенбі', 'жұма', 'сенбі', 'жексенбі'],
  ru: ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}

const WEEKDAY_LETTERS: Record<Language, readonly string[]> = {
  kk: ['дс', 'сс', 'ср', 'бс', 'жм', 'сн', 'жк'],
  ru: ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
}

/** `12480` -> `12 480`, with a space that does not break. */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, NBSP)
}

/** `1.304` -> `1,30` in Kazakh and Russian, `1.30` in English. */
export function decimalText(value: number, language: Language, digits = 2): string {
  const [whole = '0', part] = Math.abs(value).toFixed(digits).split('.')
  const sign = value < 0 && Number(value.toFixed(digits)) !== 0 ? '−' : ''
  return sign + countText(Number(whole)) + (part ? (language === 'en' ? '.' : ',') + part : '')
}

/** Tiyn -> `692 000 ₸`: coins below one tenge do not circulate. */
export function moneyText(tiyn: number): string {
  const tenge = Math.round(Math.abs(tiyn) / 100)
  return `${tiyn < 0 && tenge > 0 ? '−' : ''}${countText(tenge)}${NBSP}₸`
}

/** `2026-03-21` or an instant's text -> `21.03.2026`; the same in the three languages. */
export function dayText(day: string): string {
  const [year, month, date] = day.slice(0, 10).split('-')
  return year && month && date ? `${date}.${month}.${year}` : day
}

/** `2026-03-21` -> `2026 жылғы 21 наурыз`, `21 марта 2026 года`, `21 March 2026`. */
export function longDayText(day: Day, language: Language): string {
  const [year = '', month = '1', date = '1'] = day.split('-')
  const name = MONTHS[language][Number(month) - 1] ?? month
  if (language === 'kk') return `${year} жылғы ${Number(date)} ${name}`
  return language === 'ru' ? `${Number(date)} ${name} ${year} года` : `${Number(date)} ${name} ${year}`
}

/** A month that stands alone: `Наурыз`, `Март`, `March`. */
export function monthName(month: number, language: Language): string {
  const name = (language === 'ru' ? RUSSIAN_MONTHS_ALONE : MONTHS[language])[month - 1] ?? ''
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** Three letters, under a column of a chart: `нау`, `мар`, `Mar`. */
export function shortMonthName(month: number, language: Language): string {
  const name = monthName(month, language).slice(0, 3)
  return language === 'en' ? name : name.toLowerCase()
}

/** Monday is 1. */
export const weekdayName = (weekday: number, language: Language): string => WEEKDAYS[language][weekday - 1] ?? ''

/** Monday is 1: two letters for the head of a calendar. */
export const weekdayLetters = (weekday: number, language: Language): string => WEEKDAY_LETTERS[language][weekday - 1] ?? ''

// Made when it is first needed: an old telephone takes as long for it as for a page.
let almatyTime: Intl.DateTimeFormat | undefined

/** The time in Balkhash, `HH:MM`. */
export function clockText(instant: Date): string {
  almatyTime ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Almaty', hour: '2-digit', minute: '2-digit' })
  return almatyTime.format(instant)
}

/** An instant on the library's clock: `21.03.2026 14:05`. */
export function instantText(instant: string): string {
  const then = new Date(instant)
  return `${dayText(dayOf(then))} ${clockText(then)}`
}

/** Russian counts in three ways: 1 год, 2 года, 5 лет. */
export function russianPlural(count: number, one: string, few: string, many: string): string {
  const [tens, ones] = [count % 100, count % 10]
  if (tens > 10 && tens < 20) return many
  return ones === 1 ? one : ones > 1 && ones < 5 ? few : many
}
