import { useState } from 'preact/hooks'
import { takeBack } from '../../api.ts'
import type { ReturnAnswer } from '../../api-shapes.ts'
import type { Batch } from './use-batch.ts'

/**
 * Books of a list that are taken in hand: each is taken back here, and the library says where it goes. Those taken one by one are
 * shown with the ones before; a pile begins anew.
 */
export function useTakenBooks<Row>(
  batch: Batch<Row>,
  barcodeOf: (row: Row) => string,
  { branch, onChanged }: { branch: number; onChanged: () => Promise<void> },
) {
  const [taken, setTaken] = useState<ReturnAnswer['return'][]>([])
  const take = async (deed: string, rows: readonly Row[], oneByOne = false) => {
    const done = await batch.run(deed, rows, (row, key) => takeBack(barcodeOf(row), branch, key))
    setTaken((shown) => [...done.map(({ value }) => value.return), ...(oneByOne ? shown : [])])
    await onChanged()
  }
  return { taken, take, forgetTaken: () => setTaken([]) }
}
