import type { BatchWords } from './kk.ts'

export const ru: BatchWords = {
  choose: 'Отметить',
  chooseAll: 'Отметить все',
  chosen: (count) => `Отмечено: ${count}`,
  working: 'Выполняется…',
  doneOf: (done, of) => `Выполнено: ${done} из ${of}.`,
  othersStay: 'Остальные остались в списке, причина написана под каждой строкой.',
  found: 'Снято с полки',
  notOnShelf: 'На полке нет',
  markedMissing: 'Экземпляр, которого нет на полке, отмечается «нет на месте», очереди предлагается другой.',
  putAway: 'Вернуть на место',
  chooseUnwanted: 'Отметить те, которых никто не ждёт',
  receive: 'Принять',
  slips: 'Листки',
  printSlips: 'Напечатать листки',
  toShelf: 'Поставить на свою полку',
}
