import { defineConfig } from 'vite'
import { firstPaint } from './vite/first-paint.ts'
import { headersFile } from './vite/headers-file.ts'
import { serviceWorker } from './vite/service-worker.ts'

const page = (name: string) => `${import.meta.dirname}/${name}.html`

/** For readers. */
const PUBLIC = ['index', 'record', 'browse', 'branches', 'account']
/** What is fetched before a page is painted: next to nothing. */
const BEGIN = /src\/(ui\/begin|i18n\/dictionary|refusal-slug)\.ts$|vite\/preload-helper/
const SHARED =
  /node_modules\/preact|src\/(ui\/(mark|icon|language-switch|public-page|offline-note|keep-shell|show|use-branches|open-now|use-opening-hours|while-visible)|api|i18n\/(language|words))\.tsx?$/

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    firstPaint(PUBLIC),
    headersFile(),
    serviceWorker({ script: 'catalogue-worker.js', pages: PUBLIC }),
    serviceWorker({ script: 'desk-worker.js', pages: ['desk'] }),
  ],
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // `data:` styles and fonts would need a wider policy; everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // One file of what all pages share: each further one costs an old line a turn.
      output: {
        codeSplitting: {
          groups: [
            { name: 'begin', test: BEGIN, priority: 1 },
            { name: 'shared', test: SHARED },
          ],
        },
      },
      input: [...PUBLIC, 'desk', 'office', 'statistics'].map(page),
    },
  },
})
