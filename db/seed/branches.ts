export interface Branch {
  id: number
  code: string
  nameKk: string
  nameRu: string
  nameEn: string
  address: string
  phone: string
}

export interface CategoryPolicy {
  category: 'adult' | 'student' | 'child' | 'pensioner'
  maxLoans: number
  loanDays: number
  maxRenewals: number
}

export const CENTRAL_BRANCH = 1

/** Addresses and telephone numbers are invented. */
export const BRANCHES: readonly Branch[] = [
  {
    id: CENTRAL_BRANCH,
    code: 'central',
    nameKk: 'С. Сейфуллин атындағы орталық кітапхана',
    nameRu: 'Центральная библиотека им. С. Сейфуллина',
    nameEn: 'S. Seifullin Central Library',
    address: 'Орталық көшесі, 1',
    phone: '+7 71036 0-00-00',
  },
  ...[1, 2, 3, 4, 5, 6, 7].map((number) => ({
    id: number + 1,
    code: `branch-${number}`,
    nameKk: `№ ${number} филиал`,
    nameRu: `Филиал № ${number}`,
    nameEn: `Branch No. ${number}`,
    address: `${number}-шағын аудан, 1`,
    phone: `+7 71036 0-00-0${number}`,
  })),
]

/** Five copies for fifteen days and two renewals, as the published rules of Kazakh libraries have it (library.md 4.4). */
export const POLICIES: readonly CategoryPolicy[] = [
  { category: 'adult', maxLoans: 5, loanDays: 15, maxRenewals: 2 },
  { category: 'student', maxLoans: 5, loanDays: 15, maxRenewals: 2 },
  { category: 'child', maxLoans: 3, loanDays: 15, maxRenewals: 2 },
  { category: 'pensioner', maxLoans: 5, loanDays: 30, maxRenewals: 2 },
]
