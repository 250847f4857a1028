import type { AuthenticateCall } from '../oci/authenticate-call.js'
import { readFormData } from '../oci/form-data.js'
import { OciCall, readWish } from '../oci/oci-call.js'
import { OciError } from '../oci/oci-error.js'
import {
  type OciCatalogContext,
  productOf,
  searchInBackground,
  validateProduct,
} from '../punchout/oci-catalog.js'
import { hookUrlOf, startOciSession } from '../punchout/start-oci-session.js'
import { issueStartPage } from '../punchout/start-session.js'
import { readBytes } from './read-body.js'
import { type RespondContext, respondPage } from './respond.js'

export interface OciFace extends RespondContext, OciCatalogContext {
  readonly authenticateCall: AuthenticateCall
  readonly bodyTimeout: number
}

const largestCall = 64 * 1024

/**
 * A call of SAP's Open Catalog Interface, by GET or POST: reads it, asks who calls, and does what is wished. Whoever shops
 * is sent on to the one-time StartPage at once, so that the password does not stay in the browser's address.
 */
export function answerOci(context: OciFace, request: Request): Promise<Response> {
  return respondPage(context, 'oci call refused', async () => {
    const call = new OciCall(await fieldsOf(request, context))
    const asked = { ...context.authenticateCall(call), call }
    const wish = readWish(call)
    // Checked for every wish: what is answered names it.
    hookUrlOf(context, asked)
    if (wish.function === 'VALIDATE') return validateProduct(context, asked, wish)
    if (wish.function === 'BACKGROUND_SEARCH') return searchInBackground(context, asked, wish)
    const { buyer } = asked
    const location = await context.store.transaction(
      async tx => {
        const chosen =
          wish.function === 'DETAIL' ? { selectedItem: await productOf(tx, buyer.id, wish.productID) } : {}
        const { id } = await startOciSession(context, tx, { ...asked, ...chosen })
        return issueStartPage(context, tx, id)
      },
      { buyerId: buyer.id },
    )
    context.log({ level: 'info', event: 'oci call answered', buyerId: buyer.id, operation: wish.function })
    return new Response(null, {
      status: 303,
      headers: { Location: location, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' },
    })
  })
}

async function fieldsOf(
  request: Request,
  limits: Pick<OciFace, 'bodyTimeout'>,
): Promise<readonly (readonly [string, string])[]> {
  return readFormData(await encodedFields(request, limits)).map(({ name, value }) => [name, value])
}

/** With a character for every byte. */
async function encodedFields(
  request: Request,
  { bodyTimeout }: Pick<OciFace, 'bodyTimeout'>,
): Promise<string> {
  if (request.method !== 'POST') return new URL(request.url).search.slice(1)
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) {
    throw new OciError('ERR_OCI_FIELD_INVALID', 'The call must be a form: application/x-www-form-urlencoded')
  }
  const bytes = await readBytes(request, { maxBodyBytes: largestCall, bodyTimeout })
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
}
