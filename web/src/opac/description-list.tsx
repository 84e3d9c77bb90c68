import type { BookRecord } from '../api-shapes.ts'
import type { Texts } from '../i18n/kk.ts'
import { useSpeech } from '../i18n/language.tsx'
import { languageWord } from '../i18n/words.ts'

/** The description in the order of a catalogue card; a line that has nothing to say is not shown. */
function linesOf({ description, shelfmark }: BookRecord, t: Texts): [string, string[]][] {
  const f = t.fields
  const one = (value: string | undefined) => (value ? [value] : [])
  const place = [description.place, description.publisher].filter(Boolean).join(' : ')
  const imprint = [place, description.year].filter(Boolean).join(', ')
  const spoken = description.languages.length > 0 ? description.languages : [description.language]
  const lines: [string, string[]][] = [
    [f.author, one(description.author)],
    [f.contributors, description.contributors.map((each) => each.name)],
    [f.responsibility, one(description.responsibility)],
    [f.edition, one(description.edition)],
    [f.imprint, one(imprint)],
    [f.extent, one(description.extent)],
    [f.language, spoken.map((code) => languageWord(t, code))],
    [f.series, description.series],
    [f.isbn, description.isbns],
    [f.issn, description.issns],
    [f.subjects, description.subjects],
    [f.keywords, description.keywords],
    [f.classes, description.classes.map((each) => each.value)],
    [f.shelfmark, one([shelfmark ?? description.shelfmark].filter(Boolean).join(' '))],
    [f.notes, description.notes],
  ]
  return lines.filter(([, values]) => values.length > 0)
}

export function DescriptionList({ record }: { record: BookRecord }) {
  const { t } = useSpeech()
  const leadsOn = [t.fields.contributors, t.fields.subjects, t.fields.keywords]
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t.about}</h2>
      {record.description.abstract && <p class="abstract">{record.description.abstract}</p>}
      <dl class="description">
        {linesOf(record, t).map(([name, values]) => (
          <div key={name}>
            <dt>{name}</dt>
            {values.map((value) => (
              <dd key={value}>{leadsOn.includes(name) ? <a href={`/search?${new URLSearchParams({ q: value })}`}>{value}</a> : value}</dd>
            ))}
          </div>
        ))}
      </dl>
      <p class="screen-only">
        <button type="button" onClick={() => print()}>
          {t.print}
        </button>
      </p>
    </section>
  )
}
