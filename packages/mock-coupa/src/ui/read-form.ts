import { bodyParser } from '@koa/bodyparser'
import { CoupaError } from '../errors.js'

/** Reads the form of a POST. */
export const readForm = bodyParser({ enableTypes: ['form'], formLimit: '64kb', onError: refuseForm })

/** No form of ours is larger than 64 KB or malformed. */
function refuseForm(cause: Error): never {
  throw new CoupaError('ERR_COUPA_INVALID', 'The form could not be read: it is too large or malformed.', {
    cause,
    status: 'status' in cause && cause.status === 413 ? 413 : 400,
  })
}
