/** Surface `@punchloop/sdk/sqlite`. */
export { sqliteStore } from './store/sqlite-store.js'
