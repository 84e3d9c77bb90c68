import { sortKey } from '../../../worker/domain/catalogue/text/sort-key.ts'

/** In the order of the Kazakh alphabet, which browsers do not know. */
export function sortedBy<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  const keyed = items.map((item) => ({ item, key: sortKey(textOf(item)) }))
  return keyed.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)).map(({ item }) => item)
}
