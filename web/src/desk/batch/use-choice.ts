import { useState } from 'preact/hooks'

type Key = string | number

/** Which rows of a list are marked; one that has left the list is not. */
export interface Choice<Row> {
  chosen: Row[]
  has: (row: Row) => boolean
  choose: (rows: readonly Row[], on: boolean) => void
}

export function useChoice<Row>(rows: readonly Row[], keyOf: (row: Row) => Key): Choice<Row> {
  const [keys, setKeys] = useState<ReadonlySet<Key>>(new Set())
  const has = (row: Row) => keys.has(keyOf(row))
  return {
    chosen: rows.filter(has),
    has,
    choose: (some, on) =>
      setKeys((before) => {
        const after = new Set(before)
        for (const row of some) {
          if (on) after.add(keyOf(row))
          else after.delete(keyOf(row))
        }
        return after
      }),
  }
}
