import { decode } from '../xml/decode.js'
import type { XmlDocument } from '../xml/parse.js'
import { serializeXml } from '../xml/serialize.js'
import { passGate } from './gate.js'
import { type Redaction, takeOut } from './redaction/take-out.js'
import { writeAs, writingOf } from './redaction/writing.js'

/** What is taken out besides secrets. */
export interface RedactOptions {
  /**
   * Takes out personal data too: names, addresses, telephone numbers, e-mail addresses, bank accounts. The same value
   * gets the same placeholder (`Name-1`, `person-1@example.invalid`). Default: false.
   */
  readonly personal?: boolean
}

/**
 * The document with asterisks for its secrets, for traces and for sharing with the other side's support: what
 * authenticates (`SharedSecret`, `CredentialMac`, `DigitalSignature`), the number of a `PCard`, an `Extrinsic` or an
 * attribute with a telling name (`Password`, `apiKey`), the token of a `StartPage`, passwords and tokens in URLs, digests
 * that a secret could be guessed by, and the same values wherever else they stand. Everything else stays as it is, letter
 * by letter: a well-formed document is as valid as before.
 *
 * Takes what is not well-formed too: then rather too much than too little. Never throws.
 */
export function redact(document: string | Uint8Array, { personal = false }: RedactOptions = {}): string {
  const text = typeof document === 'string' ? document : decodeAnyhow(document)
  return takeOut(text, { personal }).document
}

/** {@link redact} in the encoding in which the document came, byte for byte, and what was taken out how often. */
export function redactBytes(
  bytes: Uint8Array,
  { personal = false }: RedactOptions = {},
): Redaction & { readonly bytes: Uint8Array } {
  const { text, writing } = writingOf(bytes)
  const redaction = takeOut(text, { personal })
  return { ...redaction, bytes: writeAs(redaction.document, writing) }
}

/** The document, indented for people; what does not parse stays as it is. Secrets stay too: {@link redact} first. */
export function prettyPrint(xml: string): string {
  const document = parsed(xml)
  return document === undefined ? xml : serializeXml(document, { indent: true })
}

function parsed(text: string): XmlDocument | undefined {
  try {
    return passGate(text, {}).xml
  } catch {
    // Whatever is wrong with it: it is shown as it stands.
    return undefined
  }
}

function decodeAnyhow(bytes: Uint8Array): string {
  try {
    return decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}
