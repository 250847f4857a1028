/** Surface `@punchloop/sdk/hono`. */
export { punchloopHono } from './adapters/hono.js'
