import type { NoticeKind, NoticeLanguage } from './notice.ts'

interface LetterWords {
  subject: string
  intro: string
  /** Stands before the day of each title: no word is bent around it. */
  until: string
  closing: string
}

export const GREETING: Record<NoticeLanguage, string> = { kk: 'Сәлеметсіз бе', ru: 'Здравствуйте' }
export const PHONE: Record<NoticeLanguage, string> = { kk: 'Телефон', ru: 'Телефон' }

export const LETTER_WORDS: Record<NoticeLanguage, Record<NoticeKind, LetterWords>> = {
  kk: {
    'due-soon': {
      subject: 'Кітап қайтару мерзімі жақындап қалды',
      intro: 'Сіз алған басылымдарды қайтару мерзімі жақындап қалды:',
      until: 'қайтару мерзімі',
      closing: 'Мерзімін ұзартқыңыз келсе, кітапханаға хабарласыңыз.',
    },
    overdue: {
      subject: 'Кітап қайтару мерзімі өтіп кетті',
      intro: 'Мына басылымдарды қайтару мерзімі өтіп кетті:',
      until: 'қайтару мерзімі',
      closing: 'Оларды кітапханаға қайтаруыңызды сұраймыз. Қайтарып қойсаңыз, бұл хатқа мән бермеңіз.',
    },
    'hold-waiting': {
      subject: 'Тапсырысыңыз дайын',
      intro: 'Сіз тапсырыс берген басылымдар кітапханада сізді күтіп тұр:',
      until: 'алып кетудің соңғы күні',
      closing: 'Оқырман билетіңізді ала келіңіз.',
    },
  },
  ru: {
    'due-soon': {
      subject: 'Скоро срок возврата книг',
      intro: 'Приближается срок возврата изданий, которые вы взяли:',
      until: 'срок возврата',
      closing: 'Если хотите продлить срок, обратитесь в библиотеку.',
    },
    overdue: {
      subject: 'Срок возврата книг истёк',
      intro: 'Истёк срок возврата этих изданий:',
      until: 'срок возврата',
      closing: 'Пожалуйста, верните их в библиотеку. Если вы их уже вернули, не обращайте внимания на это письмо.',
    },
    'hold-waiting': {
      subject: 'Ваш заказ готов',
      intro: 'В библиотеке вас ждут издания, которые вы заказали:',
      until: 'последний день выдачи',
      closing: 'Возьмите с собой читательский билет.',
    },
  },
}
