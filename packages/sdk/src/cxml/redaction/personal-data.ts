import { localName } from './local-name.js'
import type { AttributeOf } from './secret-places.js'

/** Elements whose text is about a person or where to find them. */
const elements: ReadonlyMap<string, string> = new Map(
  [
    'Name',
    'Email',
    'DeliverTo',
    'Street',
    'City',
    'Municipality',
    'State',
    'PostalCode',
    'FirstName',
    'LastName',
    'AreaOrCityCode',
    'Extension',
  ].map(name => [name.toLowerCase(), name]),
)

const extrinsics =
  /e-?mail|(?:first|last|middle|full|given|family|sur|user|unique|display|printable|requester|buyer|contact)[-_. ]?(?:printable)?name|^name$|phone|mobile|\bfax|^user$|^(?:requester|requestor|buyer|approver)$|street|city|zip|postal|deliver ?to/i
const accounts = /iban|bank ?account|account(?:id|number)$/i

/** What the text of an element is, where it is personal data. */
export function personalContent(name: string, attribute: AttributeOf): string | undefined {
  const local = localName(name)
  if (local === 'extrinsic') {
    const called = attribute('name') ?? ''
    return extrinsics.test(called) ? labelOf(called) : undefined
  }
  return elements.get(local)
}

/** What an attribute's value is, where it is personal data. */
export function personalAttribute(element: string, name: string, attribute: AttributeOf): string | undefined {
  const local = localName(element)
  if (local === 'pcard' && name === 'name') return 'Name'
  if (local === 'idreference' && name === 'identifier' && accounts.test(attribute('domain') ?? ''))
    return 'Account'
  return undefined
}

/** Data that is so long and so much its own that it is taken out wherever it stands. */
export function isFoundAnywhere(what: string, value: string): boolean {
  return (
    value.length >= 5 &&
    /\p{L}/u.test(value) &&
    !['City', 'State', 'PostalCode', 'Municipality'].includes(what)
  )
}

function labelOf(name: string): string {
  return /^[A-Za-z][\w]{0,30}$/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : 'Person'
}
