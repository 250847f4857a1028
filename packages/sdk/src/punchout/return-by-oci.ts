import type { Buyer } from '../buyers/buyer.js'
import type { RandomBytes } from '../buyers/token.js'
import type { FormField } from '../oci/form-data.js'
import { splitHookUrl } from '../oci/hook-url.js'
import type { OciAccess } from '../oci/oci-access.js'
import type { OciReturn } from '../oci/oci-call.js'
import type { ItemWriting, OfferedLine } from '../oci/write-items.js'
import type { PurchaseRequest } from '../requests/purchase-request.js'
import { formActions, frameAncestors } from './buyer-origins.js'
import { formPage, selfSubmittingPage } from './page.js'
import type { SessionRecord } from './session.js'

/** A session that was opened by OCI. */
export type OciSession = SessionRecord & { readonly oci: OciReturn }

/** How this buyer's fields are written, for this call. */
export function writingOf(
  { version = '4.0', units = {}, vendor }: OciAccess,
  { charset }: OciReturn,
): ItemWriting {
  return { version, units, vendor, charset }
}

/** The same for what was kept: its units are the buyer's already. */
export function offerWritingOf(access: OciAccess, oci: OciReturn): ItemWriting {
  return { ...writingOf(access, oci), units: {} }
}

/**
 * The line's reference is the product's name to the buyer (EXT_PRODUCT_ID), the request the quote: an order's
 * `SupplierPartAuxiliaryID` leads back by them.
 */
export function offeredLines({ id, currency, lines }: PurchaseRequest): OfferedLine[] {
  return lines.map(line => ({
    ...line,
    currency,
    productID: line.supplierPartAuxiliaryID,
    quote: { id, lineNumber: line.lineNumber },
  }))
}

/** The page that carries lines, or none, back to the buyer. */
export function ociReturnPage(
  context: { readonly randomBytes: RandomBytes; readonly buyers: readonly Buyer[] },
  session: OciSession,
  items: readonly FormField[],
): Response {
  const { action, fields } = splitHookUrl(session.browserFormPost)
  return selfSubmittingPage({
    title: 'Returning to your procurement system…',
    text: 'If nothing happens, continue with the button.',
    action,
    formAction: formActions(context.buyers, session),
    fields: [...fields, ...echoBeside(fields, session.oci), ...items],
    charset: session.oci.charset,
    target: session.oci.target,
    button: 'Continue',
    frameAncestors: frameAncestors(context.buyers, session),
    referrerPolicy: 'strict-origin',
    randomBytes: context.randomBytes,
  })
}

/** What the HOOK_URL says already, as SAP's often do with `~OkCode`, is not said twice. */
function echoBeside(fields: readonly FormField[], { echo }: OciReturn): OciReturn['echo'] {
  const said = new Set(fields.map(({ name }) => name.toLowerCase()))
  return echo.filter(({ name }) => !said.has(name.toLowerCase()))
}

/** The same form for the buyer's system to read: nobody sees it, and nothing submits it. */
export function ociResultsPage(session: OciSession, items: readonly FormField[]): Response {
  const { action, fields } = splitHookUrl(session.browserFormPost)
  return formPage({
    title: 'Search results',
    action,
    fields: [...fields, ...items],
    charset: session.oci.charset,
    frameAncestors: "'none'",
  })
}
