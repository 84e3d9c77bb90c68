import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'
import { DESK_HEADERS, SECURITY_HEADERS, withStyle } from '../../worker/security-headers.ts'
import { addressOf } from './addresses.ts'

const STYLE = /<style>([\s\S]*?)<\/style>/

/** Static files are answered without the Worker, so their headers travel beside them. */
export function headersFile(): Plugin {
  const everywhere = Object.entries(SECURITY_HEADERS).map(([name, value]) => `  ${name}: ${value}`)
  const hashed = ['/assets/*', '  Cache-Control: public, max-age=31536000, immutable']
  return {
    name: 'headers-file',
    generateBundle: {
      // After the pages.
      order: 'post',
      handler(_, bundle) {
        const pages = Object.values(bundle).flatMap((file) => {
          if (file.type !== 'asset' || !file.fileName.endsWith('.html')) return []
          const style = STYLE.exec(String(file.source))?.[1]
          if (style === undefined) return []
          const hash = createHash('sha256').update(style).digest('base64')
          return instead(addressOf(file.fileName.replace('.html', '')), withStyle(hash))
        })
        const source = `${['/*', ...everywhere, ...instead('/desk', DESK_HEADERS), ...pages, ...hashed].join('\n')}\n`
        this.emitFile({ type: 'asset', fileName: '_headers', source })
      },
    },
  }
}

/** Two rules for one path are joined: the general one is taken off first. */
const instead = (path: string, headers: Record<string, string>) => [
  path,
  ...Object.entries(headers).flatMap(([name, value]) => [`  ! ${name}`, `  ${name}: ${value}`]),
]
