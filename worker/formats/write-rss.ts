import { escapedXml } from './xml-text.ts'

export interface FeedItem {
  title: string
  address: string
  text: string
  /** An instant; left out when it is not one. */
  addedAt: string
}

/** RSS 2.0; `address` is the page the feed is about, `own` the feed's. */
export function writeRss(feed: { title: string; address: string; own: string; language: string; items: FeedItem[] }): string {
  const element = (name: string, text: string, attributes = '') => `<${name}${attributes}>${escapedXml(text)}</${name}>`
  const items = feed.items.map(({ title, address, text, addedAt }) => {
    const added = new Date(addedAt)
    const date = Number.isNaN(added.getTime()) ? '' : element('pubDate', added.toUTCString())
    const link = element('link', address) + element('guid', address, ' isPermaLink="true"')
    return `<item>${element('title', title)}${link}${element('description', text)}${date}</item>\n`
  })
  const self = `<atom:link href="${escapedXml(feed.own)}" rel="self" type="application/rss+xml"/>`
  const head = element('title', feed.title) + element('link', feed.address) + element('description', feed.title)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>${head}${element('language', feed.language)}${self}
${items.join('')}</channel></rss>
`
}
