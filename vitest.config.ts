import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

// A forgotten time zone must fail, and no test may reach a user's data.
process.env.TZ = 'Asia/Kathmandu'
for (const name of ['DATABASE_URL', 'STEPPE_DATA_DIR', 'AUTH_SECRET']) delete process.env[name]

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: path('./') },
      { find: /^server-only$/, replacement: path('./tests/support/server-only.ts') },
    ],
  },
  test: {
    env: { TZ: 'Asia/Kathmandu' },
    maxWorkers: 2,
    // Only to end what hangs, on a busy machine too: how fast anything is belongs in the bench.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: ['**/*.mocked.test.ts'],
          // Loading the modules anew for each file took as long as all tests together.
          isolate: false,
        },
      },
      // What replaces a module needs modules of its own.
      { extends: true, test: { name: 'mocked', include: ['tests/unit/**/*.mocked.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['./tests/support/database-server.ts'],
        },
      },
    ],
  },
})
