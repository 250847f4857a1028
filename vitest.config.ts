import { cpus } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Workspace packages are tested from their sources: nothing has to be built first. Node knows all other conditions itself. */
const conditions = ['punchloop-source']

/** The trials take longest: begun last, each would have the machine to itself. */
class TrialsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const isTrial = ({ moduleId }: TestSpecification) => moduleId.includes('/test/trials/')
    return [...sorted.filter(isTrial), ...sorted.filter(file => !isTrial(file))]
  }
}

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'demo/src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Files share a worker's modules: to evaluate them anew for each took a third of the time. Nothing in them may keep what a test did.
    isolate: false,
    // Twice as many as there are processors: trials wait for leases of processes that were killed, and browsers for pages.
    maxWorkers: cpus().length * 2,
    sequence: { sequencer: TrialsFirst },
  },
})
