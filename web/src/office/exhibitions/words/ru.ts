import type { ExhibitionWords } from './kk.ts'

export const ru: ExhibitionWords = {
  lead: 'Выставка видна на главной странице до последнего дня.',
  none: 'Сейчас объявленных выставок нет',
  titleKk: 'Название по-казахски',
  titleRu: 'Название по-русски',
  titleEn: 'Название по-английски',
  branch: 'Филиал',
  everyBranch: 'Все филиалы',
  from: 'Первый день',
  to: 'Последний день',
  announce: 'Объявить',
  edit: 'Изменить',
  save: 'Сохранить',
  cancel: 'Отмена',
  remove: 'Убрать',
}
