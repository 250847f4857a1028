import { type CxmlDraft, serializeCxml } from '@punchloop/sdk/cxml'
import type { DateForm } from '../systems/system.js'

/**
 * The document as a system writes it. The draft's timestamp has its offset; where the system leaves the zone out it
 * is taken away at the end, since nothing that the SDK writes for others is without.
 */
export function writeDocument(
  draft: CxmlDraft,
  by: { readonly dtdVersion: string; readonly writtenBy?: string | undefined; readonly dates: DateForm },
): string {
  const { dtdVersion, writtenBy = dtdVersion } = by
  const xml = serializeCxml(draft, { dtdVersion: writtenBy }).replace(`/${writtenBy}/`, `/${dtdVersion}/`)
  if (by.dates !== 'zone-less') return xml
  return xml.replace(/(<cXML\s[^>]*?\btimestamp="[^"]*?)[+-]\d\d:\d\d"/, '$1"')
}
