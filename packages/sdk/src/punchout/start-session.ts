import type { Buyer } from '../buyers/buyer.js'
import { createToken, hexadecimal, type RandomBytes, tokenHash } from '../buyers/token.js'
import type { PunchOutSetupRequest } from '../cxml/messages/punchout-setup-request.js'
import { CxmlError } from '../errors.js'
import type { StoreTransaction } from '../store/store.js'
import { assertBrowserFormPost } from './browser-form-post.js'
import { mostLines } from './cart.js'
import { assertOffered, type ReopeningOperation } from './operations.js'
import type { HeldLine, ItemReference, SessionRecord, Shopper } from './session.js'

export interface StartContext {
  /** `origin` + `basePath`, under which StartPages live. */
  readonly baseUrl: string
  readonly clock: () => Date
  readonly randomBytes: RandomBytes
  readonly sessionLifetime: number
  readonly startPageLifetime: number
  readonly allowInsecureOrigins: boolean
  /** Absent: whatever a buyer asks for is begun. */
  readonly operations?: readonly ReopeningOperation[]
}

/** `PunchOutSetupRequest` → a session that waits for its shopper. */
export async function startSession(
  context: StartContext,
  tx: StoreTransaction,
  setup: {
    readonly buyer: Buyer
    readonly punchOutSetupRequest: PunchOutSetupRequest
    readonly deploymentMode: 'production' | 'test'
  },
): Promise<SessionRecord> {
  const { buyer, punchOutSetupRequest: request, deploymentMode } = setup
  assertOffered(request.operation, context.operations)
  const browserFormPost = assertBrowserFormPost(request.browserFormPost?.url, {
    origins: buyer.browserFormPostOrigins,
    allowInsecureOrigins: context.allowInsecureOrigins,
  })
  const now = context.clock()
  const selectedItems = request.selectedItems
    .map(({ itemID }) => itemReference(itemID))
    // Ivalua sends an empty one where nothing was chosen.
    .filter(({ supplierPartID }) => supplierPartID !== '')
    .slice(0, mostSelected)
  const session: SessionRecord = {
    id: newSessionId(context),
    buyerId: buyer.id,
    operation: request.operation,
    buyerCookie: request.buyerCookie,
    ...(request.buyerCookieContent === undefined ? {} : { buyerCookieContent: request.buyerCookieContent }),
    browserFormPost,
    shopper: readShopper(request),
    extrinsics: request.extrinsics.map(({ name, value }) => ({ name, value })),
    ...(request.shipTo?.address === undefined ? {} : { shipTo: request.shipTo.address }),
    ...chosen(selectedItems),
    heldLines: readHeldLines(request),
    deploymentMode,
    createdAt: now,
    expiresAt: new Date(now.getTime() + context.sessionLifetime),
    status: 'started',
  }
  await tx.insertSession(session)
  return session
}

export function newSessionId({ randomBytes }: Pick<StartContext, 'randomBytes'>): string {
  return hexadecimal(randomBytes(16))
}

/**
 * A StartPage URL for a session. Only the token's hash is stored, so a repeated setup request gets another URL of the
 * same session; whichever is opened first opens the session, the others then say so.
 */
export async function issueStartPage(
  context: StartContext,
  tx: StoreTransaction,
  sessionId: string,
): Promise<string> {
  const token = createToken(context.randomBytes)
  const expiresAt = new Date(context.clock().getTime() + context.startPageLifetime)
  await tx.insertStartPage({ tokenHash: tokenHash(token), sessionId, expiresAt })
  return `${context.baseUrl}/start/${token}`
}

/**
 * Who shops. Coupa says it in the Extrinsics UniqueName (or User), UserEmail, FirstName and LastName; others only in
 * a Contact or the address to ship to, or under other names for the e-mail address.
 */
function readShopper({ extrinsics, contacts, shipTo }: PunchOutSetupRequest): Shopper {
  const said = new Map<string, string>()
  for (const { name, value } of extrinsics) {
    const key = name.toLowerCase()
    if (value !== '' && !said.has(key)) said.set(key, value)
  }
  const contact = contacts.find(({ role }) => role?.toLowerCase() === 'enduser') ?? contacts[0]
  const login = said.get('uniquename') ?? said.get('user') ?? contact?.name?.value
  const email =
    said.get('useremail') ?? said.get('email') ?? contact?.emails[0]?.value ?? shipTo?.address?.email?.value
  const firstName = said.get('firstname')
  const lastName = said.get('lastname')
  return {
    ...(login === undefined ? {} : { login }),
    ...(email === undefined ? {} : { email }),
    ...(firstName === undefined ? {} : { firstName }),
    ...(lastName === undefined ? {} : { lastName }),
  }
}

function readHeldLines(request: PunchOutSetupRequest): HeldLine[] {
  if (request.operation === 'create') return []
  if (request.itemOuts.length > mostLines) {
    throw new CxmlError(
      'ERR_CXML_LIMIT',
      `PunchOutSetupRequest has ${request.itemOuts.length} ItemOut; a cart has at most ${mostLines} lines`,
      { path: '/cXML/Request/PunchOutSetupRequest/ItemOut' },
    )
  }
  return request.itemOuts.map(({ itemID, lineNumber, quantity }) => ({
    ...itemReference(itemID),
    ...(lineNumber === undefined ? {} : { lineNumber }),
    quantity,
  }))
}

/** More than anybody chooses in a search. */
const mostSelected = 500

/** Some sites open the last of several; the first is what the shopper chose first. */
function chosen(selectedItems: readonly ItemReference[]) {
  const [selectedItem] = selectedItems
  return selectedItem === undefined ? {} : { selectedItem, selectedItems }
}

function itemReference(itemID: ItemReference): ItemReference {
  const { supplierPartID, supplierPartAuxiliaryID } = itemID
  return { supplierPartID, ...(supplierPartAuxiliaryID === undefined ? {} : { supplierPartAuxiliaryID }) }
}
