import { Mark } from '../../ui/mark.tsx'
import { Barcode } from '../print/barcode.tsx'
import { QrCode } from '../print/qr-code.tsx'
import { printSheet } from '../print-sheet.ts'
import { useReaderWords } from './use-reader-words.ts'

/** The card as it is printed: 85.6 x 54 mm (ISO/IEC 7810 ID-1), its number in bars, in a QR code and in figures. No name of a book, no year of birth. */
export function CardPaper({ reader: { card, name } }: { reader: { card: string; name: string } }) {
  const words = useReaderWords()
  return (
    <section class="sheet card-sheet" aria-label={words.cardTitle}>
      <div class="reader-card" data-card={card}>
        <p class="card-library">
          <Mark /> {words.library}
        </p>
        <p class="card-title">{words.cardTitle}</p>
        <p class="card-name">{name}</p>
        <QrCode text={card} />
        <Barcode text={card} />
        <p class="card-number">{card}</p>
        <p class="card-return">{words.return}</p>
      </div>
      <button type="button" class="no-print" data-print-card onClick={printSheet}>
        {words.printCard}
      </button>
    </section>
  )
}
