/** Surface `@punchloop/sdk/next`. */
export { punchloopNext } from './adapters/next.js'
