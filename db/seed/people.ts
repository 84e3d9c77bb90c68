import { addDays, type Day } from '../../worker/domain/calendar.ts'
import { cardNumber } from '../../worker/domain/identifiers.ts'
import { previousOpenDay } from '../../worker/domain/library-calendar.ts'
import { BRANCHES, type CategoryPolicy, CENTRAL_BRANCH } from './branches.ts'
import { KAZAKH, RUSSIAN } from './names.ts'
import { seedCalendar } from './policy.ts'
import { type Random, seededRandom } from './random.ts'

export interface Reader {
  id: number
  card: string
  name: string
  category: CategoryPolicy['category']
  birthYear: number
  branchId: number
  registeredOn: Day
  cardExpiresOn: Day
  blockedReason: string | null
}

export interface StaffMember {
  id: number
  login: string
  name: string
  role: 'librarian' | 'cataloguer' | 'director' | 'administrator'
  branchId: number | null
}

/** Readers whose state never changes, for tests, lessons and the tour. None of them has a loan. */
export const SAMPLE_READERS = { free: 1, expired: 2, blocked: 3 } as const

const READERS = 600
const HISTORY_DAYS = 730
const AGES: Record<Reader['category'], readonly [number, number]> = {
  adult: [29, 59],
  student: [16, 26],
  child: [7, 14],
  pensioner: [60, 84],
}

/** Invented people: 600 readers, ids and card serials alike. */
export function inventReaders(today: Day): Reader[] {
  const random = seededRandom(20_040_101)
  return Array.from({ length: READERS }, (_, index) => inventReader(index + 1, today, random))
}

function inventReader(id: number, today: Day, random: Random): Reader {
  const category = categoryAt(random.next())
  const [youngest, eldest] = AGES[category]
  const people = random.chance(0.72) ? KAZAKH : RUSSIAN
  const sex = random.chance(0.62) ? 'female' : 'male'
  const registered = random.chance(0.6) ? random.between(HISTORY_DAYS + 1, 2_400) : random.between(20, HISTORY_DAYS)
  const reader: Reader = {
    id,
    card: cardNumber(id),
    name: `${random.pick(people.surnames[sex])} ${random.pick(people.given[sex])}`,
    category,
    birthYear: Number(today.slice(0, 4)) - random.between(youngest, eldest),
    branchId: homeBranch(random),
    registeredOn: openDay(addDays(today, -registered), today),
    cardExpiresOn: addDays(today, random.between(30, 365)),
    blockedReason: null,
  }
  if (id === SAMPLE_READERS.free) return sample(reader, today, 'Сейтқали Айгүл')
  if (id === SAMPLE_READERS.expired) return { ...sample(reader, today, 'Оспанов Марат'), cardExpiresOn: addDays(today, -40) }
  if (id === SAMPLE_READERS.blocked) return { ...sample(reader, today, 'Белова Ольга'), blockedReason: 'Жоғалған кітап ауыстырылмады' }
  return reader
}

function sample(reader: Reader, today: Day, name: string): Reader {
  const birthYear = Number(today.slice(0, 4)) - 35
  const registeredOn = openDay(addDays(today, -400), today)
  return { ...reader, name, category: 'adult', birthYear, branchId: CENTRAL_BRANCH, registeredOn, cardExpiresOn: addDays(today, 300) }
}

/** The director, the cataloguer and the administrator belong to no branch. */
export function inventStaff(): StaffMember[] {
  const librarians = [
    'Ахметова Сәуле',
    'Оспанова Динара',
    'Петрова Ирина',
    'Тұрсынқызы Әсел',
    'Омарова Жанар',
    'Ким Юлия',
    'Есенова Айнұр',
    'Садықова Раушан',
  ]
  return [
    ...BRANCHES.map((branch, index) => ({
      id: branch.id,
      login: `librarian${branch.id}`,
      name: librarians[index] ?? branch.nameKk,
      role: 'librarian' as const,
      branchId: branch.id,
    })),
    { id: 9, login: 'cataloguer', name: 'Жүнісова Меруерт', role: 'cataloguer', branchId: null },
    { id: 10, login: 'director', name: 'Қасымова Гүлнар', role: 'director', branchId: null },
    { id: 11, login: 'administrator', name: 'Әлімов Дәурен', role: 'administrator', branchId: null },
  ]
}

function categoryAt(share: number): Reader['category'] {
  if (share < 0.44) return 'adult'
  if (share < 0.69) return 'student'
  return share < 0.88 ? 'child' : 'pensioner'
}

function homeBranch(random: Random): number {
  return random.chance(0.4) ? CENTRAL_BRANCH : random.between(2, BRANCHES.length)
}

/** This day or the last open one before it. */
function openDay(day: Day, today: Day): Day {
  return previousOpenDay(seedCalendar(today), day, addDays(day, -14))
}
