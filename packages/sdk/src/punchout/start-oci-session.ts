import { type Buyer, modeOf } from '../buyers/buyer.js'
import { charsetOf } from '../oci/character-set.js'
import { type OciAccess, usualFields } from '../oci/oci-access.js'
import { type OciCall, readEcho, readTarget } from '../oci/oci-call.js'
import { OciError } from '../oci/oci-error.js'
import type { StoreTransaction } from '../store/store.js'
import { assertReturnUrl } from './browser-form-post.js'
import type { OciSession } from './return-by-oci.js'
import type { ItemReference, SessionRecord, Shopper } from './session.js'
import { newSessionId, type StartContext } from './start-session.js'

export interface OciStart {
  readonly buyer: Buyer
  readonly access: OciAccess
  readonly call: OciCall
  /** What the shopper chose in the buyer's own system. */
  readonly selectedItem?: ItemReference
}

/** A call by OCI → the same session that a `PunchOutSetupRequest` begins. */
export async function startOciSession(
  context: StartContext,
  tx: StoreTransaction,
  start: OciStart,
): Promise<OciSession> {
  const session = ociSession(context, start)
  await tx.insertSession(session)
  return session
}

/** Throws {@link OciError} for fields that cannot be taken. */
export function ociSession(
  context: StartContext,
  { buyer, access, call, selectedItem }: OciStart,
): OciSession {
  const now = context.clock()
  return {
    id: newSessionId(context),
    buyerId: buyer.id,
    operation: 'create',
    buyerCookie: '',
    browserFormPost: hookUrlOf(context, { buyer, access, call }),
    shopper: shopperOf(call, access),
    extrinsics: furtherFields(call, access),
    ...(selectedItem === undefined ? {} : { selectedItem, selectedItems: [selectedItem] }),
    heldLines: [],
    deploymentMode: modeOf(buyer, 'production'),
    createdAt: now,
    expiresAt: new Date(now.getTime() + context.sessionLifetime),
    status: 'started',
    oci: {
      target: readTarget(call),
      echo: readEcho(call),
      charset: charsetOf(call.get('http_content_charset')),
    },
  }
}

/** The cart goes there: it is checked as a `BrowserFormPost` is. */
export function hookUrlOf(
  { allowInsecureOrigins }: StartContext,
  { buyer, access, call }: Omit<OciStart, 'selectedItem'>,
): string {
  const field = access.fields?.hookUrl ?? usualFields.hookUrl
  const rules = { origins: buyer.browserFormPostOrigins, allowInsecureOrigins }
  return assertReturnUrl(call.get(field), rules, problem => {
    throw new OciError('ERR_OCI_FIELD_INVALID', problem, field)
  })
}

function shopperOf(call: OciCall, { fields = {} }: OciAccess): Shopper {
  const said = (['login', 'email', 'firstName', 'lastName'] as const).map(name => {
    const field = fields[name]
    return [name, field === undefined ? undefined : call.get(field)?.trim()] as const
  })
  return Object.fromEntries(said.filter(([, value]) => value !== undefined && value !== ''))
}

/** What else the call structure says, as the shop may want it. Never the password, nor what is OCI's own. */
function furtherFields(call: OciCall, { fields = {} }: OciAccess): SessionRecord['extrinsics'] {
  const own = [
    ...Object.values({ ...usualFields, ...fields }),
    ...['~OkCode', '~TARGET', '~CALLER', 'http_content_charset', 'FUNCTION', 'PRODUCTID', 'QUANTITY'],
  ].map(name => name.toLowerCase())
  return call.fields
    .filter(([name]) => !own.includes(name.toLowerCase()))
    .map(([name, value]) => ({ name, value }))
}
