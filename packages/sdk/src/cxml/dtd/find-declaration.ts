import { type Dtd, dtdFiles, dtdOf, type ElementRule, newestDtdOf, versionsOf } from './grammar.js'

/** `cXML 1.2.014 (Fulfill.dtd)`. */
export function nameOf({ file, version }: Dtd): string {
  return `cXML ${version} (${file}.dtd)`
}

/** Where a DTD is published. */
export function systemIdOf({ file, version }: Dtd): string {
  return `http://xml.cxml.org/schemas/cXML/${version}/${file}.dtd`
}

/** The names of the elements that an element can hold. */
export function childNames(rule: ElementRule | undefined): readonly string[] {
  return rule?.content.kind === 'elements' || rule?.content.kind === 'mixed' ? [...rule.content.names] : []
}

/** The DTD file, without `.dtd`, in whose newest version a `Request`, `Message` or `Response` can hold a payload. */
export function findPayloadFile(parent: string, child: string): string | undefined {
  payloadFiles ??= new Map(['Request', 'Message', 'Response'].map(body => [body, payloadFilesIn(body)]))
  return payloadFiles.get(parent)?.get(child)
}

/** `Request` → `OrderRequest` → `cXML`. */
let payloadFiles: ReadonlyMap<string, ReadonlyMap<string, string>> | undefined

function payloadFilesIn(body: string): ReadonlyMap<string, string> {
  const files = dtdFiles.flatMap(file =>
    childNames(newestDtdOf(file).element(body)).map((payload): [string, string] => [payload, file]),
  )
  // Of a payload that several files have, the first is meant.
  return new Map(files.reverse())
}

/** The newest version of the first DTD file that knows an element. */
export function findDeclaring(element: string): Dtd | undefined {
  return dtdFiles.map(newestDtdOf).find(dtd => dtd.element(element) !== undefined)
}

/** The first version of the DTD's file, after the DTD's own, of which something is true of an element. */
export function findNewer(
  { file, version }: Dtd,
  element: string,
  isTrue: (rule: ElementRule | undefined) => boolean,
): string | undefined {
  const versions = versionsOf(file)
  return versions
    .slice(versions.indexOf(version) + 1)
    .find(newer => isTrue(dtdOf(file, newer).element(element)))
}

/** The one of `names` that was most likely meant: another letter case, or two letters wrong at most. */
export function findSimilar(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase()
  const candidates = [...names].map(candidate => ({
    candidate,
    distance: distanceBetween(wanted, candidate.toLowerCase()),
  }))
  const nearest = candidates.sort((a, b) => a.distance - b.distance)[0]
  const most = wanted.length < 5 ? 0 : 2
  return nearest !== undefined && nearest.distance <= most ? nearest.candidate : undefined
}

/** Letters to change, add or take away (Levenshtein); names that are much longer are not compared. */
function distanceBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Number.POSITIVE_INFINITY
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const above = row
    row = [i]
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(changed, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
  }
  return row[b.length] ?? 0
}
