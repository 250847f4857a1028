/** Surface `@punchloop/sdk/koa`. */
export { punchloopKoa, sendResponse, toRequest } from './adapters/koa.js'
