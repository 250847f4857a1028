/** Surface `@punchloop/sdk/node`. */
export { nodeListener } from './adapters/node.js'
