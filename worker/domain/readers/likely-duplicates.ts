import { distance } from '../catalogue/spelling/distance.ts'
import { nameKey } from './name-key.ts'

export interface KnownReader {
  card: string
  name: string
  birthYear: number | null
  branchId: number
  cardExpiresOn: string
}

/** Letters by which one hand writes a given name differently from another: Айгүл, Айгуль, Айгул. */
const SLIPS = 2

/** Of the readers whose names begin alike, those who may be the same person: as good as the same name, and no other year of birth. */
export function likelyDuplicates<Known extends Pick<KnownReader, 'name' | 'birthYear'>>(
  person: { name: string; birthYear: number | null },
  known: readonly Known[],
): Known[] {
  const key = nameKey(person.name)
  return known.filter((other) => {
    const sameYear = person.birthYear === null || other.birthYear === null || person.birthYear === other.birthYear
    return sameYear && distance(key, nameKey(other.name)) <= SLIPS
  })
}
