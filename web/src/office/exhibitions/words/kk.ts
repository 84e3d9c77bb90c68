export const kk = {
  lead: 'Көрме басты бетте соңғы күніне дейін көрінеді.',
  none: 'Қазір жарияланған көрме жоқ',
  titleKk: 'Атауы қазақша',
  titleRu: 'Атауы орысша',
  titleEn: 'Атауы ағылшынша',
  branch: 'Филиал',
  everyBranch: 'Барлық филиал',
  from: 'Басталатын күні',
  to: 'Соңғы күні',
  announce: 'Жариялау',
  edit: 'Түзету',
  save: 'Сақтау',
  cancel: 'Бас тарту',
  remove: 'Алып тастау',
}

export type ExhibitionWords = typeof kk
