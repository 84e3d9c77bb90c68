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

export default defineConfig({
  root: import.meta.dirname,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [headersFile()],
  server: { proxy: { '/api': 'http://127.0.0.1:8787' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // `data:` styles and fonts would need a wider policy; everything is a file.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [page('index'), page('record'), page('browse'), page('branches'), page('account'), page('desk'), page('office'), page('statistics')],
    },
  },
})
