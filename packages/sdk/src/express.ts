/** Surface `@punchloop/sdk/express`. */
export { punchloopExpress, sendResponse, toRequest } from './adapters/express.js'
