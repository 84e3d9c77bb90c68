import type { SignInWords } from './kk.ts'

export const ru: SignInWords = {
  next: 'Новый пароль, не менее 12 знаков',
  lockedHeading: 'Рабочее место заблокировано',
  locked: (name, waiting) =>
    `Работает: ${name}. ${waiting > 0 ? `Сканы в очереди сохранены: ${waiting}. ` : ''}Чтобы продолжить, введите пароль.`,
  unlock: 'Разблокировать',
  another: 'Войдёт другой сотрудник',
  anotherLead: 'Рабочее место перейдёт к тому, кто войдёт.',
  back: 'Назад',
  lockedWithoutLine: 'Связи нет, проверить пароль нельзя. Можно продолжить без связи: пароль будет запрошен, когда она вернётся.',
  goOnWithoutLine: 'Продолжить без связи',
}
