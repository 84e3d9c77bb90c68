import type { Plugin } from 'vite'

const STYLES = / *<link rel="stylesheet"[^>]* href="\/([^"]+)">\n/g
const SCRIPTS = /<(?:script type="module"|link rel="modulepreload")/g

/**
 * An old line pays a turn for every file: what a page is painted with stands in the page itself, and its script, which only
 * takes over what is painted already, waits behind it. Pages of the staff keep their styles in files, before their script.
 */
export function firstPaint(publicPages: readonly string[]): Plugin {
  return {
    name: 'first-paint',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, filename }) {
        const links = [...html.matchAll(STYLES)]
        const without = html.replaceAll(STYLES, '')
        const beforeScript = (styles: string) => without.replace(/ *<script type="module"/, (script) => `${styles}${script}`)
        if (!bundle || !publicPages.some((name) => filename.endsWith(`/${name}.html`)))
          return beforeScript(links.map(([link]) => link).join(''))
        const styles = links.map(([, file = '']) => {
          const found = bundle[file]
          if (found?.type !== 'asset') throw new Error(`${filename} has no styles ${file}`)
          delete bundle[file]
          return String(found.source).trim()
        })
        return beforeScript(`    <style>${styles.join('')}</style>\n`).replaceAll(SCRIPTS, (tag) => `${tag} fetchpriority="low"`)
      },
    },
  }
}
