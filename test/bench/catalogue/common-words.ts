/** What titles are made of most: the commonest word of each language stands first. Our own choice. */
export const COMMON_WORDS = {
  kaz: `қазақ тарих әдебиет тіл халық мәдениет ғылым білім мектеп қоғам заман өмір жер ел адам бала ана дала сөз өнер құқық
    экономика мемлекет саясат жол кітап ұлт дәстүр жыр ақын батыр хан роман әңгіме өлең ертегі тәрбие оқу сөздік математика
    физика химия дүние табиғат су тау теңіз жүрек махаббат соғыс жеңіс отан астана ауыл қала дін наным тарту мұра арман жас ұстаз`,
  rus: `история казахстан учебник развитие основа литература язык экономика право образование общество культура наука жизнь
    человек школа система теория практика методика роман повесть рассказ сказка стихотворение война мир народ республика политика
    управление технология производство анализ математика физика химия биология медицина психология философия искусство музыка театр
    город земля дорога вода природа словарь справочник очерк воспоминание путь время слово книга дом семья ребёнок женщина`,
  eng: `history literature study theory language introduction guide practice development science world life culture art education
    law system analysis society modern war people story method research nature music water health city country family`,
} as const

/** Between the words of a title; nobody looks for them. */
export const SMALL_WORDS = {
  kaz: ['және', 'мен', 'үшін', 'туралы'],
  rus: ['и', 'в', 'на', 'для', 'о', 'по'],
  eng: ['and', 'of', 'the', 'in'],
} as const
