/** Surface `@punchloop/sdk/fetch`. */
export { punchloopFetch } from './adapters/fetch.js'
