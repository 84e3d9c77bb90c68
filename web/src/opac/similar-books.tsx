import { useEffect, useState } from 'preact/hooks'
import { recordAddress } from '../../../worker/domain/catalogue/record-address.ts'
import { listSimilar } from '../api.ts'
import type { BookRecord, SimilarRecord } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'

/** Books of the same author and subjects. They come after the page: nobody waits for them. */
export function SimilarBooks({ record: { id, author, description } }: { record: BookRecord }) {
  const { t } = useSpeech()
  const [similar, setSimilar] = useState<SimilarRecord[]>([])
  useEffect(() => {
    let left = false
    listSimilar(id, author, description.subjects).then((answer) => {
      if (answer.ok && !left) setSimilar(answer.value.similar)
    })
    return () => {
      left = true
    }
  }, [id])
  if (similar.length === 0) return null
  return (
    <section aria-labelledby="similar" class="screen-only">
      <h2 id="similar">{t.similarBooks}</h2>
      <ul class="titles">
        {similar.map((book) => (
          <li key={book.id}>
            <a href={recordAddress(book.id, book.title)}>{book.title || t.untitled}</a>
            <span class="quiet">{[book.author, book.year].filter(Boolean).join(', ')}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
