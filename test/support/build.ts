import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { root } from './root.js'

/** What runs as a child process runs compiled. Compiles what has changed; a tenth of a second when nothing has. */
export function buildDemo(): void {
  build('demo')
}

/** The SDK as the examples take it, and the example that cannot be run as it stands. */
export function buildExamples(): void {
  build('packages/sdk', 'examples/nest')
}

function build(...projects: readonly string[]): void {
  execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', ...projects], {
    cwd: root,
  })
}
