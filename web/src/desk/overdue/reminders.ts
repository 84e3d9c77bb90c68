import type { OverdueLoan } from '../../../../worker/domain/circulation/overdue-loan.ts'
import { type Letter, letters } from '../../../../worker/domain/notices/letters.ts'
import type { Branch } from '../../api-shapes.ts'

/** One letter for each reader, in the reader's language, with all that this reader is asked for. */
export function reminders(loans: readonly OverdueLoan[], branch: Branch): Letter[] {
  const { nameKk, nameRu, phone } = branch
  return letters(
    loans.map(({ id, dueOn, title, reader }) => ({
      id,
      kind: 'overdue',
      day: dueOn,
      title,
      reader,
      branch: { nameKk, nameRu, phone: phone ?? '' },
      letter: null,
      attempts: 0,
      askedAgain: 0,
      stillTrue: true,
    })),
  )
}
