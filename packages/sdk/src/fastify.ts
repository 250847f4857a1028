/** Surface `@punchloop/sdk/fastify`. */
export { punchloopFastify, sendResponse, toRequest } from './adapters/fastify.js'
