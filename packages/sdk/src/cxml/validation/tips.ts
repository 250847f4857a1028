import { statusText } from '../elements/status.js'

/** How to mend what is most often missing: by `Parent/Child` or `Child`. */
const missingElementTips: ReadonlyMap<string, string> = new Map([
  [
    'cXML/Header',
    'Put a Header with From, To and Sender before the Request or Message; only a Response has none.',
  ],
  ['cXML/Response', 'A document holds a Header and a Request or a Message, or a Response alone.'],
  [
    'Sender/UserAgent',
    'Add <UserAgent>name and version of the sending program</UserAgent> after the last Credential; it may be empty.',
  ],
  [
    'UnitOfMeasure',
    'Add <UnitOfMeasure>EA</UnitOfMeasure>: a code of UN/CEFACT Recommendation 20, EA for a single piece.',
  ],
  [
    'Classification',
    'Add <Classification domain="UNSPSC">43232300</Classification>; there must be at least one for each item.',
  ],
  [
    'ConfirmationRequest/OrderReference',
    'Add <OrderReference orderID="…"><DocumentReference payloadID="…"/></OrderReference> after ConfirmationHeader, with the orderID and payloadID of the OrderRequest that is confirmed.',
  ],
  [
    'OrderReference/DocumentReference',
    'Add <DocumentReference payloadID="…"/> with the payloadID of the OrderRequest.',
  ],
  ['OrderRequestHeader/BillTo', 'Add <BillTo><Address><Name xml:lang="en">…</Name></Address></BillTo>.'],
  ['OrderRequest/ItemOut', 'An order has at least one ItemOut.'],
  ['InvoiceDetailHeaderIndicator', 'Add <InvoiceDetailHeaderIndicator/>, also when it says nothing.'],
  ['InvoiceDetailLineIndicator', 'Add <InvoiceDetailLineIndicator/>, also when it says nothing.'],
  ['Tax/Description', 'Add <Description xml:lang="en">…</Description>; it may be empty.'],
  ['Shipping/Description', 'Add <Description xml:lang="en">…</Description>; it may be empty.'],
  ['Response/Status', 'Add <Status code="200" text="OK"/> as the first child.'],
  ['Money', 'Add <Money currency="USD">0.00</Money>.'],
])

export function tipForMissingElement(parent: string, child: string): string | undefined {
  return missingElementTips.get(`${parent}/${child}`) ?? missingElementTips.get(child)
}

const missingAttributeTips: ReadonlyMap<string, string> = new Map([
  [
    'cXML/payloadID',
    'Add payloadID="<seconds>.<random digits>@<host>": unique for each document, the same when it is sent again.',
  ],
  [
    'cXML/timestamp',
    'Add timestamp="2026-01-15T10:00:00+00:00": when the document was made, with the offset from UTC.',
  ],
  ['xml:lang', 'Add xml:lang="en": the language of the text.'],
  ['currency', 'Add currency="USD": a code of ISO 4217.'],
  ['isoCountryCode', 'Add isoCountryCode="US": a code of ISO 3166.'],
  ['Credential/domain', 'Add domain="DUNS" or domain="NetworkID": what kind of Identity it is.'],
  ['Classification/domain', 'Add domain="UNSPSC": the scheme that the code is from.'],
  ['quantity', 'Add quantity="1": a decimal number.'],
])

/** `code`: of the `Status` that lacks its text. */
export function tipForMissingAttribute(element: string, attribute: string, code: string): string | undefined {
  if (element === 'Status' && attribute === 'text') {
    return `Add text="${code === '' ? 'OK' : statusText(code)}": the standard's words for the code.`
  }
  const tip = missingAttributeTips.get(`${element}/${attribute}`) ?? missingAttributeTips.get(attribute)
  return tip ?? (attribute.endsWith('Date') ? `Add ${attribute}="2026-01-15T10:00:00+00:00".` : undefined)
}

/** Where people write a value and the standard has elements. */
const textTips: ReadonlyMap<string, string> = new Map([
  [
    'Phone',
    'Write <TelephoneNumber><CountryCode isoCountryCode="US">1</CountryCode><AreaOrCityCode>…</AreaOrCityCode><Number>…</Number></TelephoneNumber> in it.',
  ],
  ['Fax', 'Write a TelephoneNumber, URL or Email in it.'],
  ['TelephoneNumber', 'Divide the number into CountryCode, AreaOrCityCode and Number.'],
  ['StartPage', 'Write the address in <URL>…</URL>.'],
  ['BrowserFormPost', 'Write the address in <URL>…</URL>.'],
  ['SupplierSetup', 'Write the address in <URL>…</URL>.'],
  ['Credential', 'Write the value in <Identity>…</Identity>.'],
])

export function tipForText(element: string): string | undefined {
  return textTips.get(element)
}

/** What comes in place of a document, by how it begins. */
const noDocument: readonly (readonly [RegExp, string])[] = [
  [
    /^\s*<(?:!doctype\s+)?html/i,
    'This is a page for a browser, mostly with an error in it: look at the address, and at what the page says.',
  ],
  [/^\s*%3C/i, 'This is URL-encoded: put the document into the form field as it is; the browser encodes it.'],
  [/^\s*&(?:amp;)*lt;/, 'This is escaped as for HTML: resolve &lt; and its kin, once.'],
  [/^\s*(?:PD94|PGNYTU|PCFET0NUWVBF)/, 'This is Base64, as in the form field cxml-base64: decode it first.'],
  [/^\s*cxml-(?:urlencoded|base64)=/i, 'This is the body of a form: take the value of the field out of it.'],
  [/^\s*(?:--|Content-|MIME-Version:)/i, 'This is a MIME message: take its first part.'],
]

/** Of a text that is no document, or a part of its beginning. */
export function tipForNoDocument(text: string): string | undefined {
  return noDocument.find(([beginning]) => beginning.test(text))?.[1]
}
