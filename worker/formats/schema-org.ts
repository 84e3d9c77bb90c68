import { languageTag } from '../domain/catalogue/language-tag.ts'
import type { Description } from '../domain/catalogue/record.ts'
import { recordAddress } from '../domain/catalogue/record-address.ts'

export interface RecordToTell {
  id: number
  title: string
  description: Description
  otherEditions: { id: number; title: string; language: string }[]
  branches: { name: string; available: number; shelfmark: string | null }[]
}

/** schema.org `WebSite`, with the address at which it is searched. */
export const websiteSchema = (name: string, origin: string): object => ({
  '@context': 'https://schema.org',
  '@type': 'WebSite',
  url: `${origin}/`,
  name,
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${origin}/search?q={words}` },
    'query-input': 'required name=words',
  },
})

/** schema.org `Book` (or `CreativeWork`), with an offer to lend for each branch; `origin` is the catalogue's own. */
export function schemaOrg({ id, title, description: d, otherEditions, branches }: RecordToTell, origin: string): object {
  const url = origin + recordAddress(id, title)
  return {
    '@context': 'https://schema.org',
    '@type': d.kind === 'book' ? 'Book' : d.kind === 'serial' ? 'Periodical' : d.kind === 'map' ? 'Map' : 'CreativeWork',
    '@id': url,
    url,
    name: title,
    ...kept({
      alternativeHeadline: d.subtitle,
      author: d.author && { '@type': 'Person', name: d.author },
      contributor: d.contributors.map(({ name }) => ({ '@type': 'Person', name })),
      inLanguage: languageTag(d.language),
      isbn: d.isbns,
      issn: d.issns,
      bookEdition: d.edition,
      datePublished: d.year === undefined ? undefined : String(d.year),
      publisher: d.publisher && { '@type': 'Organization', name: d.publisher, ...kept({ location: d.place }) },
      numberOfPages: pages(d.extent),
      about: [...d.subjects, ...d.keywords],
      abstract: d.abstract,
      workExample: otherEditions.map((edition) => ({
        '@type': 'Book',
        '@id': origin + recordAddress(edition.id, edition.title),
        name: edition.title,
        ...kept({ inLanguage: languageTag(edition.language) }),
      })),
      offers: branches.map(({ name, available, shelfmark }) => ({
        '@type': 'Offer',
        businessFunction: 'http://purl.org/goodrelations/v1#LeaseOut',
        price: 0,
        priceCurrency: 'KZT',
        availability: `https://schema.org/${available > 0 ? 'InStock' : 'OutOfStock'}`,
        availableAtOrFrom: { '@type': 'Library', name },
        ...kept({ sku: shelfmark ?? undefined }),
      })),
    }),
  }
}

/** What has something to say. */
const kept = (entries: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(entries).filter(([, value]) => value && !(Array.isArray(value) && value.length === 0)))

/** `376 б.`, `XII, 376 p.`: the last number before the word for pages. */
function pages(extent: string | undefined): number | undefined {
  const found = /(\d{1,5})\s*(?:б|бет|с|стр|p|pages|s|seiten)(?:\.|$|\s)/i.exec(extent ?? '')
  return found ? Number(found[1]) : undefined
}
