import {
  type Contractor,
  contractor,
  type JobDescription,
  jobDescription,
  type Supervisor,
  supervisor,
  type WorkLocation,
  workLocation,
} from '../../elements/labor.js'
import { type DocumentReference, documentReference } from '../../elements/text.js'
import { element } from '../../grammar/element.js'
import { optional, optionalAttribute } from '../../grammar/fields.js'

/** `TimeCardReference`: a time card by the payloadID of its document. */
export interface TimeCardReference {
  readonly timeCardID?: string
  /** The DTD requires it. */
  readonly documentReference?: DocumentReference
}

/** `TimeCardIDInfo`: a time card by its number alone. */
export interface TimeCardIDInfo {
  /** The DTD requires it. */
  readonly timeCardID?: string
}

/** `InvoiceTimeCardDetail`: the time card behind a line, as one of the two. Its pay code is in the line's `UnitRate`. */
export interface InvoiceTimeCardDetail {
  readonly timeCardReference?: TimeCardReference
  readonly timeCardIDInfo?: TimeCardIDInfo
}

/** `InvoiceLaborDetail`: who did the work, for whom, where. */
export interface InvoiceLaborDetail {
  readonly contractor?: Contractor
  readonly jobDescription?: JobDescription
  readonly supervisor?: Supervisor
  readonly workLocation?: WorkLocation
  readonly invoiceTimeCardDetail?: InvoiceTimeCardDetail
}

const timeCardReference = element<TimeCardReference>('TimeCardReference', {
  timeCardID: optionalAttribute(),
  documentReference: optional(documentReference),
})

const timeCardIDInfo = element<TimeCardIDInfo>('TimeCardIDInfo', { timeCardID: optionalAttribute() })

const invoiceTimeCardDetail = element<InvoiceTimeCardDetail>('InvoiceTimeCardDetail', {
  timeCardReference: optional(timeCardReference),
  timeCardIDInfo: optional(timeCardIDInfo),
})

export const invoiceLaborDetail = element<InvoiceLaborDetail>('InvoiceLaborDetail', {
  contractor: optional(contractor),
  jobDescription: optional(jobDescription),
  supervisor: optional(supervisor),
  workLocation: optional(workLocation),
  invoiceTimeCardDetail: optional(invoiceTimeCardDetail),
})
