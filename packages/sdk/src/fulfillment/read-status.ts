import type { Money } from '../cxml/elements/money.js'
import type { Comments } from '../cxml/elements/text.js'
import type { DocumentStatus, StatusUpdateRequest } from '../cxml/messages/status-update-request.js'
import type {
  ReportedDocument,
  ReportedIntegration,
  ReportedInvoice,
  ReportedPayment,
  ReportedStatus,
} from '../delivery/sent-document.js'
import { CxmlError } from '../errors.js'

/** What a `StatusUpdateRequest` says, without what must not be kept (the number of a purchasing card). */
export function readStatus(
  update: StatusUpdateRequest,
  { payloadID, receivedAt }: Pick<ReportedStatus, 'payloadID' | 'receivedAt'>,
): ReportedStatus {
  const { invoiceStatus, documentStatus, integrationStatus, status } = update
  const invoice = readInvoice(update)
  const payment = readPayment(update)
  const document = documentStatus && readDocument(documentStatus)
  const integration = integrationStatus && readIntegration(integrationStatus)
  return {
    payloadID,
    receivedAt,
    code: status.code,
    text: status.text,
    value: status.value.trim(),
    ...(invoice === undefined ? {} : { invoice }),
    ...(payment === undefined ? {} : { payment }),
    ...(document === undefined ? {} : { document }),
    ...(integration === undefined ? {} : { integration }),
    comments: [...wordsOf(invoiceStatus?.comments), ...wordsOf(documentStatus?.comments)],
  }
}

function readInvoice({ invoiceStatus }: StatusUpdateRequest): ReportedInvoice | undefined {
  if (invoiceStatus === undefined) return undefined
  const { type, paymentNetDueDate, partialAmount } = invoiceStatus
  return {
    type: needed(type, 'InvoiceStatus/@type'),
    ...(paymentNetDueDate === undefined ? {} : { paymentNetDueDate }),
    ...(partialAmount?.money === undefined ? {} : { partialAmount: amountOf(partialAmount.money) }),
  }
}

function readPayment({ paymentStatus }: StatusUpdateRequest): ReportedPayment | undefined {
  if (paymentStatus === undefined) return undefined
  const { type, isFailed, transactionID, total } = paymentStatus
  return {
    type: needed(type, 'PaymentStatus/@type'),
    isFailed: isFailed === 'yes',
    ...(transactionID === undefined ? {} : { transactionID }),
    ...(total?.money === undefined ? {} : { total: amountOf(total.money) }),
  }
}

function readDocument({ type, itemStatuses }: DocumentStatus): ReportedDocument {
  return {
    type: needed(type, 'DocumentStatus/@type'),
    lines: itemStatuses.map(({ type, code, referenceDocumentInfo, comments }) => ({
      ...(referenceDocumentInfo?.lineNumber === undefined
        ? {}
        : { lineNumber: referenceDocumentInfo.lineNumber }),
      type: needed(type, 'DocumentStatus/ItemStatus/@type'),
      ...(code === undefined ? {} : { code }),
      comments: wordsOf(comments),
    })),
  }
}

function readIntegration({
  documentStatus,
  integrationMessage,
}: NonNullable<StatusUpdateRequest['integrationStatus']>): ReportedIntegration {
  return {
    documentStatus: needed(documentStatus, 'IntegrationStatus/@documentStatus'),
    ...(integrationMessage === undefined ? {} : { message: integrationMessage.value.trim() }),
  }
}

function amountOf({ currency, amount }: Money) {
  return { currency, amount }
}

function wordsOf(comments: readonly Comments[] = []): readonly string[] {
  return comments.map(({ value }) => value.trim()).filter(value => value !== '')
}

/** A status without its one word says nothing. */
function needed(value: string | undefined, place: string): string {
  if (value !== undefined && value !== '') return value
  throw new CxmlError('ERR_CXML_FIELD_MISSING', `StatusUpdateRequest/${place} is missing`, {
    path: `/cXML/Request/StatusUpdateRequest/${place}`,
  })
}
