const LEAST_WANTED = 255
const STEPS_PER_DOUBLING = 24
const DAYS_NEW = 365
/** A new book stands where one stands that was lent three times. */
const LOANS_OF_A_NEW_BOOK = 3

/** How much a record is wanted before anything is asked: 0 the most, 255 the least; each doubling of its loans moves it by 24. */
export function prior(loans: number, daysSinceAddition: number): number {
  const wanted = loans + (daysSinceAddition < DAYS_NEW ? LOANS_OF_A_NEW_BOOK : 0)
  return LEAST_WANTED - Math.min(LEAST_WANTED, Math.round(STEPS_PER_DOUBLING * Math.log2(1 + wanted)))
}

const RECORDS_PER_PRIOR = 2 ** 24

/** The row of the index: the most wanted first, then in order of addition. */
export function placeOf(recordPrior: number, recordId: number): number {
  return recordPrior * RECORDS_PER_PRIOR + recordId
}

export function recordOfPlace(place: number): number {
  return place % RECORDS_PER_PRIOR
}

export function priorOfPlace(place: number): number {
  return Math.floor(place / RECORDS_PER_PRIOR)
}
