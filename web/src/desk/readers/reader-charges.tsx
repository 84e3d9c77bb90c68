import { SETTLEMENTS, type Settlement } from '../../../../worker/domain/circulation/settle-charge.ts'
import { mayDo } from '../../../../worker/domain/staff/permissions.ts'
import { countText, dayText } from '../../i18n/words.ts'
import { useOneDeed } from '../../ui/use-one-deed.ts'
import { settleCharge, type WholeForm } from './reader-api.ts'
import type { OnDone } from './reader-sheet.tsx'
import { useReaderWords } from './use-reader-words.ts'

const TIYN = 100

/** What is owed, each charge settled as a whole: paid, replaced by an equal book, or forgiven by who may overrule. */
export function ReaderCharges({ form: { reader, charges }, role, onDone }: { form: WholeForm; role: string; onDone: OnDone }) {
  const words = useReaderWords()
  const overrules = mayDo(role, 'override')
  const ways = SETTLEMENTS.filter((as) => as !== 'forgiven' || overrules)
  const once = useOneDeed()
  const settle = async (id: number, as: Settlement) => {
    const answer = await once((key) => settleCharge(reader.card, id, as, key), `${id} ${as}`)
    if (answer) await onDone(answer, words.saved)
  }
  if (charges.length === 0) return null
  return (
    <>
      <h3>
        {words.charges} <span class="number">{charges.length}</span>
      </h3>
      <ul class="plain-lines">
        {charges.map(({ id, kind, amount, madeAt }) => (
          <li key={id} data-charge={id}>
            {words.chargeKinds[kind]} · <b>{countText(Math.round(amount / TIYN))} ₸</b> · {dayText(madeAt)}
            <div class="actions">
              {ways.map((as) => (
                <button key={as} type="button" data-settle={as} onClick={() => settle(id, as)}>
                  {words.settlements[as]}
                </button>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
