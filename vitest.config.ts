import { defineConfig } from 'vitest/config'

/** Workspace packages are tested from their sources: nothing has to be built first. Node knows all other conditions itself. */
const conditions = ['punchloop-source']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'demo/src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
})
