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

/** Tests that look at pages, or press buttons, and scan nothing: they do not mind another browser beside them. */
const LOOKING = [
  'account',
  'every-page',
  'office',
  'pages',
  'passkeys',
  'search',
  'search-page',
  'statistics',
  'stored-words',
  'stored-words-deeds',
].map((name) => `test/browser/${name}.test.ts`)

const inBrowser = {
  globalSetup: ['./test/support/furnish.ts'],
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // A machine where two browsers are at work may take longer than the second that is given otherwise.
  expect: { poll: { timeout: 15_000 } },
}

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
          ...inBrowser,
          name: 'browser, looking',
          include: LOOKING,
          sequence: { groupOrder: 1 },
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...inBrowser,
          name: 'browser, working',
          include: ['test/browser/**/*.test.ts'],
          exclude: LOOKING,
          // One browser at a time, apart from all the rest: a person does not press keys while both cores are busy.
          sequence: { groupOrder: 2 },
          maxWorkers: 1,
        },
      },
    ],
  },
})
