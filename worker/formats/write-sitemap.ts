import { escapedXml } from './xml-text.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

/** A sitemap of sitemaps (sitemaps.org 0.9): absolute addresses. */
export function writeSitemapIndex(addresses: string[]): string {
  const lines = addresses.map((address) => `<sitemap><loc>${escapedXml(address)}</loc></sitemap>\n`)
  return `${HEAD}<sitemapindex ${NAMESPACE}>\n${lines.join('')}</sitemapindex>\n`
}

/** Absolute addresses of pages, with the day of their last change if it is known. */
export function writeSitemap(pages: { address: string; changedOn?: string }[]): string {
  const lines = pages.map(({ address, changedOn }) => {
    const changed = changedOn ? `<lastmod>${escapedXml(changedOn)}</lastmod>` : ''
    return `<url><loc>${escapedXml(address)}</loc>${changed}</url>\n`
  })
  return `${HEAD}<urlset ${NAMESPACE}>\n${lines.join('')}</urlset>\n`
}
