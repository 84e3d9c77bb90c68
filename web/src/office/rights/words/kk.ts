import type { Deed } from '../../../../../worker/domain/staff/permissions.ts'

export const kk = {
  lead: 'Кім не істей алады. Жүйенің өзі осы кестеге қарап рұқсат береді.',
  deed: 'Әрекет',
  role: 'Лауазым',
  reaches: { no: 'болмайды', own: 'өз филиалында', all: 'барлық филиалда' },
  deeds: {
    'take-back': 'Кітап қайтарып алу',
    'register-visit': 'Келуді тіркеу',
    'see-readers': 'Оқырман формулярын көру',
    lend: 'Кітап беру',
    renew: 'Мерзімін ұзарту',
    'register-readers': 'Оқырманды жазу',
    'place-holds': 'Брондау',
    'move-copies': 'Филиалдар арасында жіберу',
    'mark-copies': 'Данаға белгі қою',
    'see-notices': 'Хабарламаларды көру',
    'see-integrity': 'Дерекқор тексерісін көру',
    'see-copies': 'Даналарды көру',
    'see-policy': 'Ережені көру',
    override: 'Ережеден тыс рұқсат беру',
    'block-readers': 'Оқырманды бұғаттау',
    'merge-readers': 'Оқырмандарды біріктіру',
    'edit-calendar': 'Күнтізбені өзгерту',
    'edit-copies': 'Даналарды түзету',
    'import-records': 'Жазба импорттау',
    'edit-exhibitions': 'Көрме жариялау',
    'edit-policy': 'Ережені өзгерту',
    'see-statistics': 'Статистиканы көру',
    'count-by-hand': 'Қолмен есептеу',
    'reopen-days': 'Жабылған күнді ашу',
    'enter-year-facts': 'Жылдық мәлімет енгізу',
    'see-audit': 'Әрекеттерді көру',
    'manage-staff': 'Қызметкерлерді басқару',
  } satisfies Record<Deed, string>,
}

export type RightsWords = typeof kk
