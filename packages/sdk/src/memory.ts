/** Surface `@punchloop/sdk/memory`. */
export { memoryStore } from './store/memory-store.js'
