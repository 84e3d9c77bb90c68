import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { addressOf } from './addresses.ts'

interface Offline {
  /** The worker's text beside the pages; the build writes the list of files and their hash into it. */
  script: string
  /** Whose files are kept, by the name of their page. */
  pages: readonly string[]
}

/** What pages need to open without a line: they, and every file that they may ask for. */
export function serviceWorker({ script, pages }: Offline): Plugin {
  return {
    name: script,
    generateBundle: {
      // After the pages, which take some of the styles into themselves.
      order: 'post',
      handler(_, bundle) {
        const needed = new Set<string>()
        const follow = (name: string) => {
          const chunk = bundle[name]
          if (needed.has(name) || chunk?.type !== 'chunk') return
          needed.add(name)
          for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next)
          const { importedCss = [] } = (chunk as { viteMetadata?: { importedCss?: Set<string> } }).viteMetadata ?? {}
          for (const style of importedCss) if (bundle[style]) needed.add(style)
        }
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && chunk.isEntry && pages.includes(chunk.name)) follow(chunk.fileName)
        const files = [...pages.map(addressOf), '/mark.svg', ...[...needed].sort().map((name) => `/${name}`)]
        const html = pages.map((name) => {
          const page = bundle[`${name}.html`]
          return page?.type === 'asset' ? String(page.source) : ''
        })
        const hash = createHash('sha256').update(files.join()).update(html.join()).digest('hex').slice(0, 12)
        const text = readFileSync(new URL(`../${script}`, import.meta.url), 'utf8')
        const source = text.replace('__FILES__', JSON.stringify(files)).replace('__HASH__', hash)
        this.emitFile({ type: 'asset', fileName: script, source })
      },
    },
  }
}
