import type { XmlElement } from '../../xml/element.js'

/** An attribute, with the element that it is of. */
export interface Attribute {
  readonly element: XmlElement
  readonly name: string
  readonly value: string
}

/** What the value of an attribute stands for, where the DTD, to which it is text, says so by the name of an entity. */
export type AttributeKind =
  /** `%datetime.tz;` */
  | 'timestamp'
  /** `%date;` */
  | 'date'
  /** `%r8;` */
  | 'number'
  /** `%isoCountryCode;` */
  | 'country'
  /** `%isoCurrencyCode;` */
  | 'currency'
  /** `%xmlLangCode;` */
  | 'language'

/** Attributes that stand for the same in every element. */
const names: Readonly<Record<AttributeKind, string>> = {
  timestamp:
    'agreementDate approvalEndDate approvalStartDate approvedDate arrivalTime closeDate completedDate confirmationDate contractDate ' +
    'createDate creationDate date decisionDate deliveryDate departureTime deviatedDate discoveryDate documentDate dropoffTime dueDate ' +
    'effectiveDate endDate expirationDate inspectionDate invoiceDate issueDate issuedDate lastChangeDate lastChangedTimestamp ' +
    'lastReceivedTimestamp lastRefresh materialGoAheadEndDate maturityDate movementDate noticeDate openDate orderDate ' +
    'orderStatusRequestDate originalRequestedDeliveryDate packageControlNumberExpiryDate paymentDate paymentNetDueDate ' +
    'paymentReceivedDate pickUpDate pickupTime previewDate productionDate productionGoAheadEndDate quoteDate quoteExpirationTime ' +
    'receiptDate referenceDate requestDate requestedDeliveryDate requestedShipmentDate requirementDate requisitionDate rescheduleDate ' +
    'resultDate returnDate salesDate serviceEntryDate settlementDate shipNoticeDate shipmentDate shippingDate startDate ' +
    'statisticalDeliveryDate submittedDate taxPointDate timestamp trackingNumberDate tradeApprovedDate tradeDate transactionTimestamp',
  date:
    'checkinDate checkoutDate confirmationDueDate cumulativeEndDate cumulativeStartDate dropoffDate estimatedDeliveryDate expenseDate ' +
    'paymentDueDate pickupDate purchaseDate statementDate transactionDate travelDate',
  number:
    'aboveTolerance alternateAmount basePercentageRate batchQuantity belowTolerance chargeableQuantity comparatorValue conversionFactor ' +
    'conversionRate cumulativeReceivedQuantity cumulativeScheduledQuantity distance inventory_level maxQuantity maxReleaseQuantity ' +
    'maximum meanValue minQuantity minReleaseQuantity minTierQuantity minimum nonConformance numberOfBed numberOfDefects ' +
    'numberOfEquipments openQuantity percent percentageRate promisedQuantity quantity rank receivedQuantity stops targetValue temperature',
  country: 'isoCountryCode originCountryCode',
  currency: 'currency alternateCurrency',
  language: 'xml:lang preferredLang preferredLanguage',
}

/** Where one name stands for different things. `expiration` of a card is left out: it is nobody's to show. */
const exceptions: ReadonlyMap<string, AttributeKind | undefined> = new Map([
  ['AccountCurrency/code', 'currency'],
  ['ItemOut/requestedDeliveryDate', 'date'],
  ['OrderStatusDataShipment/shippingDate', 'date'],
  ['StatementPeriod/endDate', 'date'],
  ['StatementPeriod/startDate', 'date'],
  ['TransportAddendum/issueDate', 'date'],
  ['TransportLeg/arrivalTime', undefined],
  ['TransportLeg/departureTime', undefined],
  ['ValidityPeriod/from', 'timestamp'],
  ['ValidityPeriod/to', 'timestamp'],
])

const kinds: ReadonlyMap<string, AttributeKind> = new Map(
  (Object.keys(names) as AttributeKind[]).flatMap(kind =>
    names[kind].split(' ').map(name => [name, kind] as const),
  ),
)

const elementsOfExceptions: ReadonlySet<string> = new Set(
  [...exceptions.keys()].map(key => key.slice(0, key.indexOf('/'))),
)

export function kindOfAttribute(element: string, name: string): AttributeKind | undefined {
  const key = elementsOfExceptions.has(element) ? `${element}/${name}` : ''
  return exceptions.has(key) ? exceptions.get(key) : kinds.get(name)
}
