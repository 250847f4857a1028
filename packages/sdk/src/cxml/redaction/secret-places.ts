import { isSecretElement, isTellingName, secretNameIn } from '../secrets.js'
import { localName } from './local-name.js'

/** Of a tag, an attribute's value by its local name in small letters. */
export type AttributeOf = (name: string) => string | undefined

/** Attributes that say what a secret is and are none. */
const harmless = new Set([
  'type',
  'algorithm',
  'creationdate',
  'expirationdate',
  'encoding',
  'name',
  'domain',
  'lang',
])
/** A guess at a weak secret can be held against a digest of what it stood in. */
const digests = new Set(['digestvalue', 'signaturevalue'])

/** What the content of an element is, where it is a secret; `parent`: whether its Credential says so. */
export function secretContent(name: string, attribute: AttributeOf, isInTelling = false): string | undefined {
  const local = localName(name)
  if (isSecretElement(name)) return secretNameIn(name) ?? nameable(name)
  if (digests.has(local)) return nameable(name)
  if (isInTelling && local === 'identity') return 'Identity'
  const told = toldBy(attribute)
  // Its Identity is the secret; its elements stay.
  if (local === 'credential' || !isTellingName(told)) return undefined
  return /^[\w.-]{1,40}$/.test(told) ? nameable(`${name} ${told}`) : nameable(name)
}

/** Whether a Credential's domain (`ApiKey`) says that its Identity is a secret. */
export function isTellingCredential(name: string, attribute: AttributeOf): boolean {
  return localName(name) === 'credential' && isTellingName(toldBy(attribute))
}

/** What the value of an attribute is, where it is a secret; `content`: what its element's content is. */
export function secretAttribute(
  element: string,
  name: string,
  content: string | undefined,
): string | undefined {
  const local = localName(name)
  if (localName(element) === 'pcard' && local === 'number') return 'PCard number'
  if (isTellingName(name)) return nameable(name)
  return content !== undefined && !harmless.has(local) ? content : undefined
}

function toldBy(attribute: AttributeOf): string {
  return attribute('name') ?? attribute('domain') ?? attribute('key') ?? ''
}

/** What a document calls something, for people who must not see more of it. */
export function nameable(name: string): string {
  return /^[A-Za-z][\w .:-]{0,60}$/.test(name) ? name : 'what is called like a secret'
}
