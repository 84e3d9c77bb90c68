import { pointsOf } from './headings/access-point.ts'
import { distinct } from './marc-text.ts'
import type { DescribedRecord, OtherTitle } from './record.ts'
import { repairOcr } from './text/ocr-repair.ts'

/**
 * A scanned record can be found by what it probably says, too; what it says stays as it was read, for a person to correct.
 * Of every three ө that a scanner reads one is an е, and no rule tells which: both are found.
 */
export function withOcrReading<Scanned extends DescribedRecord>(scanned: Scanned): Scanned {
  const { description, names = pointsOf(description).filter(({ kind }) => kind === 'author') } = scanned
  const others = [
    ...(description.otherTitles ?? []),
    ...readings(description.title).map((title): OtherTitle => ({ title, relation: 'reading' })),
  ]
  return {
    ...scanned,
    description: { ...description, ...(others.length > 0 && { otherTitles: others }) },
    names: names.map((point) => ({
      ...point,
      also: distinct([...point.also, repairOcr(point.name)]).filter((name) => name !== point.name),
    })),
  }
}

function readings(text: string): string[] {
  const repaired = repairOcr(text)
  return distinct([repaired, repaired.replaceAll('ө', 'е')]).filter((reading) => reading !== text)
}
