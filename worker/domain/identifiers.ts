/** The city's agency code inside every card and barcode it prints. */
const LIBRARY = '7103'
const CARD = '2'
const COPY = '3'

/** How every card of this library begins. */
export const CARD_START = CARD + LIBRARY

/** A reader's card, 14 digits: type, library, serial, check digit. */
export function cardNumber(serial: number): string {
  return numbered(CARD, serial)
}

/** A copy's barcode, 14 digits: type, library, serial, check digit. */
export function copyBarcode(serial: number): string {
  return numbered(COPY, serial)
}

/** The running number inside a card. */
export const cardSerial = (card: string): number => Number(card.slice(5, 13))

export function isCard(text: string): boolean {
  return isNumbered(CARD, text)
}

export function isCopyBarcode(text: string): boolean {
  return isNumbered(COPY, text)
}

function numbered(type: string, serial: number): string {
  if (!Number.isInteger(serial) || serial < 0 || serial > 99_999_999) {
    throw new RangeError(`a serial has at most eight digits: ${serial}`)
  }
  const digits = type + LIBRARY + String(serial).padStart(8, '0')
  return digits + checkDigit(digits)
}

function isNumbered(type: string, text: string): boolean {
  return /^\d{14}$/.test(text) && text.startsWith(type + LIBRARY) && text.endsWith(checkDigit(text.slice(0, 13)))
}

/** Luhn, ISO/IEC 7812-1 annex B. */
function checkDigit(digits: string): string {
  let sum = 0
  for (let at = digits.length - 1, double = true; at >= 0; at--, double = !double) {
    const value = Number(digits[at]) * (double ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return String((10 - (sum % 10)) % 10)
}
