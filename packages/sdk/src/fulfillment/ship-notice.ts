import type { CxmlDraft } from '../cxml/document.js'
import type { ShipNoticeToSend } from '../delivery/job.js'
import { type Correspondence, documentEnvelope, orderReferenceOf } from './document-envelope.js'

/** The `ShipNoticeRequest` of one line. */
export function writeShipNotice(
  correspondence: Correspondence,
  orderID: string,
  shipNotice: ShipNoticeToSend,
): CxmlDraft {
  const { timestamp, shipmentID, shipmentDate, deliveryDate, parcel, deploymentMode } = shipNotice
  const { lineNumber, quantity, unitOfMeasure } = shipNotice
  return {
    kind: 'ShipNoticeRequest',
    ...documentEnvelope(correspondence, shipNotice),
    request: {
      deploymentMode,
      shipNoticeRequest: {
        shipNoticeHeader: {
          shipmentID,
          operation: 'new',
          noticeDate: timestamp,
          shipmentDate,
          ...(deliveryDate === undefined ? {} : { deliveryDate }),
        },
        shipControls: parcel === undefined ? [] : [controlOf(parcel)],
        shipNoticePortions: [
          {
            orderReference: orderReferenceOf(orderID, shipNotice),
            shipNoticeItems: [{ lineNumber: String(lineNumber), quantity, unitOfMeasure }],
          },
        ],
      },
    },
  }
}

function controlOf({ carrier, trackingNumber }: NonNullable<ShipNoticeToSend['parcel']>) {
  return {
    carrierIdentifiers: [{ domain: 'companyName', value: carrier }],
    shipmentIdentifiers: [{ value: trackingNumber }],
  }
}
