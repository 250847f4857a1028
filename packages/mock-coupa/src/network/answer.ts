import { type CxmlDraft, serializeCxml, statusText } from '@punchloop/sdk/cxml'
import { coupaEnvelope } from '../control/ids.js'
import type { NetworkGround } from './ground.js'
import type { WireMessage } from './readdress-message.js'

/** What the network answers a request with. */
export interface NetworkAnswer extends WireMessage {
  /** Code of the cXML Status. */
  readonly code: string
}

/** Status 201: it is in the network's keeping. Unverified: 201 and its words; documents of the network show 200, too. */
export function acknowledged(ground: NetworkGround): NetworkAnswer {
  return statusAnswer(ground, '201', 'Acknowledged')
}

export function statusAnswer(ground: NetworkGround, code: string, text: string): NetworkAnswer {
  return writeAnswer(
    { kind: 'Response', ...networkEnvelope(ground), response: { status: statusOf(code, text) } },
    code,
  )
}

export function writeAnswer(document: CxmlDraft, code = '200'): NetworkAnswer {
  return {
    code,
    contentType: 'text/xml; charset=UTF-8',
    body: new TextEncoder().encode(serializeCxml(document)),
  }
}

export function statusOf(code: string, text: string) {
  return { code, text: statusText(code), xmlLang: 'en-US', value: text }
}

/** Root attributes of a document that the network itself writes. */
export function networkEnvelope({ clock, publicUrl, randomBytes }: NetworkGround) {
  const host = new URL(publicUrl()).hostname
  return { ...coupaEnvelope(clock(), { utcOffset: '+00:00', host, randomBytes }), xmlLang: 'en-US' }
}
