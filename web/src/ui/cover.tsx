/** A quiet cover in place of a missing one: its colour is the first digit of the class, its letter the first of the title. */
export function Cover({
  title,
  shelfmark,
  author,
  large = false,
}: {
  title: string
  shelfmark: string | null
  author?: string | null
  large?: boolean
}) {
  const letter = title.match(/[\p{L}\p{N}]/u)?.[0]?.toLocaleUpperCase('kk') ?? '·'
  return (
    <span class={`cover class-${shelfmark?.match(/\d/)?.[0] ?? '8'}${large ? ' large' : ''}`} aria-hidden="true">
      <span class="letter">{letter}</span>
      {large && <span class="cover-title">{title}</span>}
      {large && author && <span class="cover-author">{author}</span>}
    </span>
  )
}
