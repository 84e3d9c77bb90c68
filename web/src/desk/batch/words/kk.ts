export const kk = {
  choose: 'Белгілеу',
  chooseAll: 'Бәрін белгілеу',
  chosen: (count: number) => `Белгіленгені: ${count}`,
  working: 'Орындалып жатыр…',
  doneOf: (done: number, of: number) => `Орындалды: ${done} / ${of}.`,
  othersStay: 'Қалғандары тізімде тұр, себебі әрқайсысының астында жазылған.',
  found: 'Сөреден алынды',
  notOnShelf: 'Сөреде жоқ',
  markedMissing: 'Сөреден табылмаған дана «орнында жоқ» деп белгіленеді, кезекке басқа дана ұсынылады.',
  putAway: 'Орнына қою',
  chooseUnwanted: 'Ешкім күтпейтіндерін белгілеу',
  receive: 'Қабылдау',
  slips: 'Парақшалар',
  printSlips: 'Парақшаларды басып шығару',
  toShelf: 'Өз сөресіне қойылады',
}

export type BatchWords = typeof kk
