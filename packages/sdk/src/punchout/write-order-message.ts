import type { Buyer, PartyCredential } from '../buyers/buyer.js'
import type { CxmlDraft } from '../cxml/document.js'
import { profileOf } from '../partners/profiles.js'
import type { PurchaseRequest, RequestedLine } from '../requests/purchase-request.js'
import { operationAllowed, type ReopeningOperation } from './operations.js'
import type { SessionRecord } from './session.js'

export interface MessageParties {
  readonly us: readonly PartyCredential[]
  readonly buyer: Buyer
  readonly operations?: readonly ReopeningOperation[] | undefined
  /** `payloadID` and `timestamp` of a new document. */
  readonly envelope: () => { readonly payloadID: string; readonly timestamp: string }
}

/** `PunchOutOrderMessage` of a cart. Nothing in it authenticates us: it passes through the shopper's browser. */
export function writeOrderMessage(
  parties: MessageParties,
  session: SessionRecord,
  request: Pick<PurchaseRequest, 'currency' | 'total' | 'lines'>,
): CxmlDraft {
  const { classification, operations } = profileOf(parties.buyer).cart
  return {
    ...messageEnvelope(parties),
    message: {
      deploymentMode: session.deploymentMode,
      punchOutOrderMessage: {
        ...buyerCookieOf(session),
        punchOutOrderMessageHeader: {
          // No quoteStatus: `final` is the default, and 1.1.010 has no such attribute.
          operationAllowed: operationAllowed(parties.operations, operations),
          total: { money: { currency: request.currency, amount: request.total } },
        },
        itemIns: request.lines.map(line => itemIn(line, { ...request, classification })),
      },
    },
  }
}

/** `PunchOutOrderMessage` that only says that the shopper left. */
export function writeCancelMessage(parties: MessageParties, session: SessionRecord): CxmlDraft {
  return {
    ...messageEnvelope(parties),
    message: {
      deploymentMode: session.deploymentMode,
      status: { code: '204', text: 'No Content', xmlLang: 'en-US', value: 'The shopper left without a cart' },
      punchOutOrderMessage: {
        ...buyerCookieOf(session),
        punchOutOrderMessageHeader: {
          // What holds for the lines that the buyer keeps.
          operationAllowed: operationAllowed(parties.operations, profileOf(parties.buyer).cart.operations),
          // The DTD wants a Total. There is no cart and so no currency of it; with Status 204 nobody reads it.
          total: { money: { currency: 'USD', amount: '0.00' } },
        },
      },
    },
  }
}

function messageEnvelope(parties: MessageParties) {
  const us = parties.us.map(({ domain, identity }) => ({ domain, identity }))
  const them = parties.buyer.credentials.map(({ domain, identity }) => ({ domain, identity }))
  return {
    kind: 'PunchOutOrderMessage',
    ...parties.envelope(),
    xmlLang: 'en-US',
    header: {
      from: { credentials: us },
      to: { credentials: them },
      sender: { credentials: us, userAgent: 'Punchloop' },
    },
  } as const
}

function buyerCookieOf(session: SessionRecord) {
  const { buyerCookie, buyerCookieContent } = session
  return { buyerCookie, ...(buyerCookieContent === undefined ? {} : { buyerCookieContent }) }
}

function itemIn(
  line: RequestedLine,
  { currency, classification }: { readonly currency: string; readonly classification: string },
) {
  return {
    quantity: line.quantity,
    lineNumber: String(line.lineNumber),
    itemID: {
      supplierPartID: line.supplierPartID,
      supplierPartAuxiliaryID: line.supplierPartAuxiliaryID,
    },
    itemDetail: {
      unitPrice: { money: { currency, amount: line.unitPrice } },
      descriptions: [
        {
          xmlLang: 'en-US',
          value: line.description,
          ...(line.shortName === undefined ? {} : { shortName: line.shortName }),
        },
      ],
      unitOfMeasure: line.unitOfMeasure,
      classifications: [{ domain: classification, value: line.unspsc }, ...furtherClassifications(line)],
      ...(line.manufacturerPartID === undefined ? {} : { manufacturerPartID: line.manufacturerPartID }),
      ...(line.manufacturerName === undefined ? {} : { manufacturerName: line.manufacturerName }),
      ...(line.url === undefined ? {} : { url: line.url }),
      extrinsics: (line.extrinsics ?? []).map(({ name, value }) => ({ name, value })),
    },
  }
}

function furtherClassifications({ classifications = [] }: RequestedLine) {
  return classifications.map(({ domain, code }) => ({ domain, value: code }))
}
