import { parseCxml, serializeCxml } from '@punchloop/sdk/cxml'

/** A ship notice, as a test says it. */
export interface FakeShipNotice {
  readonly payloadID?: string
  readonly secret?: string
  readonly shipmentID?: string
  readonly operation?: 'new' | 'update' | 'delete'
  /** PO number. */
  readonly order: string
  /** Absent: the whole order. */
  readonly items?: readonly { readonly lineNumber: string; readonly quantity: string }[]
  readonly trackingNumber?: string
  readonly dtdVersion?: string
}

let sent = 0

/** A ShipNoticeRequest of the seeded marketplace. */
export function shipNoticeDocument(notice: FakeShipNotice): string {
  const sender = { domain: 'NetworkID', identity: 'BRIGHTSTACK' }
  sent += 1
  return serializeCxml(
    {
      kind: 'ShipNoticeRequest',
      payloadID: notice.payloadID ?? `ship-${sent}@supplier.example`,
      timestamp: '2026-03-02T09:00:00+00:00',
      xmlLang: 'en-US',
      header: {
        from: { credentials: [sender] },
        to: { credentials: [{ domain: 'NetworkID', identity: 'NORTHWIND' }] },
        sender: {
          credentials: [{ ...sender, sharedSecret: notice.secret ?? 'marker-secret-in' }],
          userAgent: 'Fake',
        },
      },
      request: {
        deploymentMode: 'production',
        shipNoticeRequest: {
          shipNoticeHeader: {
            shipmentID: notice.shipmentID ?? 'S-1',
            operation: notice.operation ?? 'new',
            noticeDate: '2026-03-02T09:00:00+00:00',
            shipmentDate: '2026-03-02T08:00:00-08:00',
            deliveryDate: '2026-03-05T17:00:00-08:00',
            comments: [{ xmlLang: 'en', value: 'Two boxes' }],
          },
          shipControls: [
            {
              carrierIdentifiers: [
                { domain: 'SCAC', value: 'UPSN' },
                { domain: 'companyName', value: 'UPS' },
              ],
              shipmentIdentifiers: [{ value: notice.trackingNumber ?? '1Z999' }],
            },
          ],
          shipNoticePortions: [
            {
              orderReference: { orderID: notice.order, documentReference: { payloadID: 'order@buyer' } },
              shipNoticeItems: (notice.items ?? []).map(item => ({ ...item, unitOfMeasure: 'EA' })),
            },
          ],
        },
      },
    },
    { dtdVersion: notice.dtdVersion ?? '1.2.020' },
  )
}

/** Posts bytes to Coupa's address of ship notices. */
export async function postShipNotice(
  coupaUrl: string,
  body: string,
): Promise<{
  readonly httpStatus: number
  readonly code: string
  readonly text: string
  readonly dtd?: string
}> {
  const response = await fetch(`${coupaUrl}/cxml/ship_notice_request`, {
    method: 'POST',
    headers: { 'content-type': 'text/xml; charset=UTF-8' },
    body,
  })
  const document = parseCxml(await response.text())
  if (!('response' in document) || document.response === undefined) throw new Error('no Response')
  const { code, value } = document.response.status
  const dtd = document.doctype?.dtdVersion
  return { httpStatus: response.status, code, text: value, ...(dtd === undefined ? {} : { dtd }) }
}

/** Sends a ship notice and returns the Status of the answer. */
export const ship = (coupaUrl: string, notice: FakeShipNotice) =>
  postShipNotice(coupaUrl, shipNoticeDocument(notice))
