import type { Description } from '../../worker/domain/catalogue/record.ts'
import type { IncomingOriginal } from '../../worker/jobs/take-in.ts'

type Book = Partial<Description> & { title: string; barcodes?: string[] }

/** Books as they come in, each with one copy unless its barcodes are given. */
export function arriving(books: Book[]): IncomingOriginal[] {
  return books.map(({ barcodes, ...book }, index) => ({
    incoming: {
      agency: 'test',
      controlNumber: `${book.title} ${index}`,
      copies: (barcodes ?? [`B${index}`]).map((barcode) => ({ barcode })),
      description: {
        kind: 'book',
        contributors: [],
        language: 'und',
        languages: [],
        parallelTitles: [],
        series: [],
        isbns: [],
        issns: [],
        subjects: [],
        keywords: [],
        classes: [],
        notes: [],
        ...book,
      },
    },
    bytes: new TextEncoder().encode(`${book.title} ${index}`),
    format: 'test',
    encoding: 'utf-8',
    dialect: 'test',
  }))
}
