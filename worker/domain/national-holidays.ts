import type { Day } from './calendar.ts'
import type { Holiday } from './library-calendar.ts'

export interface NamedHoliday extends Holiday {
  nameKk: string
  nameRu: string
  nameEn: string
}

interface YearlyHoliday {
  on: string
  from?: number
  until?: number
  shifts?: false
  names: readonly [kk: string, ru: string, en: string]
}

const NEW_YEAR = ['Жаңа жыл', 'Новый год', 'New Year'] as const
const NAURYZ = ['Наурыз мейрамы', 'Наурыз', 'Nauryz'] as const
const CONSTITUTION = ['Конституция күні', 'День Конституции', 'Constitution Day'] as const
const KURBAN_AIT = ['Құрбан айттың бірінші күні', 'Первый день Курбан-айта', 'First day of Kurban ait'] as const

/** Law on holidays, 13 December 2001 № 267-II. The Constitution is celebrated on 15 March from 2027, on 30 August until 2025. */
const YEARLY: readonly YearlyHoliday[] = [
  { on: '01-01', names: NEW_YEAR },
  { on: '01-02', names: NEW_YEAR },
  { on: '01-07', names: ['Православиелік Рождество', 'Православное Рождество', 'Orthodox Christmas'], shifts: false },
  { on: '03-08', names: ['Халықаралық әйелдер күні', 'Международный женский день', 'International Women’s Day'] },
  { on: '03-15', from: 2027, names: CONSTITUTION },
  { on: '03-21', names: NAURYZ },
  { on: '03-22', names: NAURYZ },
  { on: '03-23', names: NAURYZ },
  { on: '05-01', names: ['Қазақстан халқының бірлігі мерекесі', 'Праздник единства народа Казахстана', 'Unity Day'] },
  { on: '05-07', names: ['Отан қорғаушы күні', 'День защитника Отечества', 'Defender of the Fatherland Day'] },
  { on: '05-09', names: ['Жеңіс күні', 'День Победы', 'Victory Day'] },
  { on: '07-06', names: ['Астана күні', 'День столицы', 'Capital Day'] },
  { on: '08-30', until: 2025, names: CONSTITUTION },
  { on: '10-25', names: ['Республика күні', 'День Республики', 'Republic Day'] },
  { on: '12-16', names: ['Тәуелсіздік күні', 'День Независимости', 'Independence Day'] },
]

/** By calculation; the Muftiate announces the day, and staff correct it. */
const KURBAN_AIT_DAYS: readonly Day[] = ['2024-06-16', '2025-06-06', '2026-05-27', '2027-05-16', '2028-05-05', '2029-04-24', '2030-04-13']

/** The holidays of Kazakhstan in this year, to begin a year's table with; the table is what counts. */
export function nationalHolidays(year: number): NamedHoliday[] {
  const yearly = YEARLY.filter(({ from = 0, until = 9999 }) => from <= year && year <= until)
  const moon = KURBAN_AIT_DAYS.filter((day) => day.startsWith(`${year}-`))
  return [
    ...yearly.map(({ on, shifts, names }) => named(`${year}-${on}`, shifts ?? true, names)),
    ...moon.map((day) => named(day, false, KURBAN_AIT)),
  ].sort((one, other) => (one.day < other.day ? -1 : 1))
}

function named(day: Day, shifts: boolean, [nameKk, nameRu, nameEn]: readonly [string, string, string]): NamedHoliday {
  return { day, shifts, nameKk, nameRu, nameEn }
}
