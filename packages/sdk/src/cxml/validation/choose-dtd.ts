import type { XmlDocument } from '../../xml/parse.js'
import { findPayloadFile, nameOf, systemIdOf } from '../dtd/find-declaration.js'
import {
  compareVersions,
  type Dtd,
  dtdFiles,
  nearestDtdOf,
  newestDtdOf,
  newestVersion,
} from '../dtd/grammar.js'
import type { Report } from './report.js'

/** `http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd`, at any place, or bare `cXML.dtd`. */
const named = /(?:^|\/)(?:(\d{1,4}(?:\.\d{1,6}){1,3})\/)?([a-z]{1,40})\.dtd$/i
const published = /^https?:\/\/xml\.cxml\.org\/schemas\/cxml\//i

/**
 * The DTD that a document is held against: the one that its DOCTYPE names. Of a version that we do not know the next
 * newer one (cXML only ever adds: what is valid under a version is valid under later ones), else the newest. Without a
 * DOCTYPE the newest of the file that has the payload.
 */
export function chooseDtd({ doctype, root }: XmlDocument, report: Report): Dtd {
  const declared = doctype?.systemId
  if (doctype === undefined || declared === undefined) {
    const dtd = dtdWithPayload(root)
    report.warn(
      'WARN_CXML_DOCTYPE',
      root,
      `The document declares no DTD; it is held against ${nameOf(dtd)}. Write <!DOCTYPE cXML SYSTEM "${systemIdOf(dtd)}">.`,
    )
    return dtd
  }
  const [, version, name = ''] = named.exec(declared) ?? []
  const file = dtdFiles.find(known => known.toLowerCase() === name.toLowerCase())
  const dtd =
    file === undefined
      ? dtdWithPayload(root)
      : version === undefined
        ? newestDtdOf(file)
        : nearestDtdOf(file, version)
  const quoted = JSON.stringify(declared.slice(0, 100))
  if (file === undefined || version === undefined) {
    report.warn(
      'WARN_CXML_DOCTYPE',
      root,
      `The DOCTYPE names ${quoted}, which is ${file === undefined ? "none of cXML's DTDs" : 'no version'}; the document is held against ${nameOf(dtd)}. Write SYSTEM "${systemIdOf(dtd)}".`,
    )
  } else if (compareVersions(version, newestVersion) > 0) {
    report.warn(
      'WARN_CXML_VERSION',
      root,
      `The DOCTYPE names version ${version}; the newest that is known here is ${dtd.version}, which the document is held against. What is newer looks like a mistake.`,
    )
  } else if (!published.test(declared)) {
    report.warn(
      'WARN_CXML_DOCTYPE',
      root,
      `The DOCTYPE names ${quoted}; the published place is "${systemIdOf(dtd)}".`,
    )
  }
  if (doctype.name !== 'cXML') {
    report.warn(
      'WARN_CXML_DOCTYPE',
      root,
      `The DOCTYPE is for ${JSON.stringify(doctype.name.slice(0, 60))}; write <!DOCTYPE cXML …>.`,
    )
  }
  return dtd
}

/** The first file whose `Request`, `Message` or `Response` can hold what this one holds. */
function dtdWithPayload(root: XmlDocument['root']): Dtd {
  const body = root
    .elements()
    .find(({ name }) => name === 'Request' || name === 'Message' || name === 'Response')
  const payload = body?.elements().find(({ name }) => name !== 'Status')
  const file = body && payload && findPayloadFile(body.name, payload.name)
  return newestDtdOf(file ?? 'cXML')
}
