import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vite'
import { DESK_HEADERS, SECURITY_HEADERS } from '../worker/security-headers.ts'

const page = (name: string) => `${import.meta.dirname}/${name}.html`

/** Static files are answered without the Worker, so their headers travel beside them. */
function headersFile(): Plugin {
  const everywhere = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`)
  const hashed = ['/assets/*', '  Cache-Control: public, max-age=31536000, immutable']
  // Two rules for one path are joined: the general one is taken off first.
  const desk = ['/desk', ...Object.entries(DESK_HEADERS).flatMap(([name, value]) => [`  ! ${name}`, `  ${name}: ${value}`])]
  return {
    name: 'headers-file',
    generateBundle() {
      const source = `${['/*', ...everywhere, ...desk, ...hashed].join('\n')}\n`
      this.emitFile({ type: 'asset', fileName: '_headers', source })
    },
  }
}

interface Offline {
  /** The worker's text in this folder; the build writes the list of files and their hash into it. */
  script: string
  /** Whose files are kept, by the name of their page. */
  pages: readonly string[]
}

const addressOf = (name: string) => (name === 'index' ? '/' : `/${name}`)

/** What pages need to open without a line: they, and every file that they may ask for. */
function serviceWorker({ script, pages }: Offline): Plugin {
  return {
    name: script,
    generateBundle(_, bundle) {
      const needed = new Set<string>()
      const follow = (name: string) => {
        const chunk = bundle[name]
        if (needed.has(name) || chunk?.type !== 'chunk') return
        needed.add(name)
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) follow(next)
        const { importedCss = [] } = (chunk as { viteMetadata?: { importedCss?: Set<string> } }).viteMetadata ?? {}
        for (const style of importedCss) needed.add(style)
      }
      for (const chunk of Object.values(bundle))
        if (chunk.type === 'chunk' && chunk.isEntry && pages.includes(chunk.name)) follow(chunk.fileName)
      const files = [...pages.map(addressOf), '/mark.svg', ...[...needed].sort().map((name) => `/${name}`)]
      const hash = createHash('sha256').update(files.join()).digest('hex').slice(0, 12)
      const text = readFileSync(`${import.meta.dirname}/${script}`, 'utf8')
      const source = text.replace('__FILES__', JSON.stringify(files)).replace('__HASH__', hash)
      this.emitFile({ type: 'asset', fileName: script, source })
    },
  }
}

/** Styles stand before scripts: nothing is painted without them, and an old line takes few files at a time. */
function stylesFirst(): Plugin {
  const STYLES = / *<link rel="stylesheet"[^>]*>\n/g
  return {
    name: 'styles-first',
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replaceAll(STYLES, '').replace(/ *<script type="module"/, (script) => `${html.match(STYLES)?.join('') ?? ''}${script}`),
    },
  }
}

const SHARED =
  /node_modules\/preact|src\/(ui\/(mark|icon|language-switch|public-page|offline-note|keep-shell|show|use-branches|while-visible)|api|refusal-slug|i18n\/(language|words))\.tsx?$|styles\/(tokens|base)\.css/
const CATALOGUE: Offline = { script: 'catalogue-worker.js', pages: ['index', 'record', 'browse', 'branches', 'account'] }
const DESK: Offline = { script: 'desk-worker.js', pages: ['desk'] }

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [headersFile(), serviceWorker(CATALOGUE), serviceWorker(DESK), stylesFirst()],
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // `data:` styles and fonts would need a wider policy; everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // One file of what all pages share, styles too: each further one costs an old line a turn.
      output: { codeSplitting: { groups: [{ name: 'shared', test: SHARED }] } },
      input: [
        page('index'),
        page('record'),
        page('browse'),
        page('branches'),
        page('account'),
        page('desk'),
        page('office'),
        page('statistics'),
      ],
    },
  },
})
