import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

// The Worker draws the pages of the public catalogue with the web's own screens.
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

const inWorkerd = (engine: 'node-sqlite' | 'libsql') => ({
  oxc,
  plugins: [
    cloudflareTest(({ inject }) => ({
      wrangler: { configPath: './wrangler.toml' },
      miniflare: { bindings: { LIBSQL_URL: inject('libsqlUrl') } },
    })),
  ],
  test: {
    name: `workerd on ${engine}`,
    maxWorkers: '100%',
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    include: ['test/worker/**/*.test.ts'],
    globalSetup: [`./test/support/${engine}.ts`],
  },
})

export default defineConfig({
  test: {
    silent: 'passed-only',
    projects: [
      {
        test: {
          name: 'node',
          maxWorkers: '100%',
          include: ['test/{cache,domain,formats,db,local,model,web,golden}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      inWorkerd('node-sqlite'),
      inWorkerd('libsql'),
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['./test/support/furnish.ts'],
          // One browser at a time, apart from all the rest: a person does not press keys while both cores are busy.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
