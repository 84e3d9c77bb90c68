import { keyOf } from '../text/fold.ts'
import type { Field } from './clause.ts'

export type FieldName = Field | 'year' | 'isbn'

const names: Record<FieldName, string> = {
  title: 'title название заглавие атауы атау',
  author: 'author автор авторы',
  series: 'series серия сериясы топтама',
  subject: 'subject тема предмет тақырып тақырыбы',
  note: 'note примечание ескертпе',
  shelfmark: 'shelfmark шифр шифры сөре удк ббк әож кбж udc bbk',
  year: 'year год жыл жылы',
  isbn: 'isbn',
}

const byKey = new Map(
  Object.entries(names).flatMap(([field, words]) => words.split(' ').map((word): [string, FieldName] => [keyOf(word), field as FieldName])),
)

/** The field that stands before a colon, in three languages and any letters: `author`, `автор`, `avtor`. */
export function fieldNamed(written: string): FieldName | undefined {
  return byKey.get(keyOf(written))
}
