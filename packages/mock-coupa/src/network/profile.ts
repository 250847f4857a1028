import { type NetworkAnswer, networkEnvelope, statusOf, writeAnswer } from './answer.js'
import { type NetworkGround, type NetworkPath, networkPaths } from './ground.js'

/** What the network takes, and under which of its addresses. */
export const transactions: Readonly<Record<string, NetworkPath>> = {
  PunchOutSetupRequest: 'punchout',
  OrderRequest: 'transaction',
  ConfirmationRequest: 'transaction',
  ShipNoticeRequest: 'transaction',
  InvoiceDetailRequest: 'transaction',
  StatusUpdateRequest: 'transaction',
  GetPendingRequest: 'transaction',
  CopyRequest: 'transaction',
  ProfileRequest: 'transaction',
  CatalogUploadRequest: 'catalog',
}

/** Answers a ProfileRequest: a ping, and where everything else is to be sent. */
export function answerProfile(ground: NetworkGround): NetworkAnswer {
  const envelope = networkEnvelope(ground)
  return writeAnswer({
    kind: 'ProfileResponse',
    ...envelope,
    response: {
      status: statusOf('200', ''),
      profileResponse: {
        effectiveDate: envelope.timestamp,
        transactions: Object.entries(transactions)
          .filter(([requestName]) => requestName !== 'ProfileRequest')
          .map(([requestName, path]) => ({ requestName, url: `${ground.publicUrl()}${networkPaths[path]}` })),
      },
    },
  })
}
