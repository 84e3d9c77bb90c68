/** The classes of the library-bibliographic classification under the groups by which the library counts (library.md 4.7). */
export const CLASS_TREE = {
  social: ['60', '63', '63.3(5Қаз)', '65', '66', '67', '68', '71', '72', '74', '76', '78', '86', '87', '88'],
  natural: ['20', '22', '24', '26', '28', '5'],
  technical: ['30', '32', '34', '36', '38', '39', '4'],
  art: ['75', '85'],
  fiction: ['81', '82', '83', '84', '84(5Қаз)', '84(2'],
  children: [],
  other: ['9'],
} as const satisfies Record<string, readonly string[]>

export type ClassGroup = keyof typeof CLASS_TREE
export type ClassNumber = (typeof CLASS_TREE)[ClassGroup][number]

/** A search for everything whose shelfmark begins so. */
export const classAddress = (number: string) => `/search?${new URLSearchParams({ q: `shelfmark:${number}*` })}`
