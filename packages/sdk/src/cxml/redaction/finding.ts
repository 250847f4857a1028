/** What was found in another place first. */
export const elsewhere = 'the same elsewhere'

/** A part of a document that is taken out. */
export interface Finding {
  readonly from: number
  readonly to: number
  /** `SharedSecret`, `Extrinsic Password`; never what stood there. */
  readonly what: string
  /** Of personal data: what it says, outer space trimmed. Of a secret: absent. */
  readonly personal?: string
}

/** In order and apart: of those that overlap, a secret takes the others in, of personal data the first one stays. */
export function apart(findings: readonly Finding[]): readonly Finding[] {
  const merged: Finding[] = []
  for (const finding of findings.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = merged.at(-1)
    if (last === undefined || last.to <= finding.from) merged.push(finding)
    else if (last.personal === undefined || finding.personal === undefined) {
      const secrets = [last, finding].filter(({ personal }) => personal === undefined)
      const what = secrets.find(each => each.what !== elsewhere)?.what ?? elsewhere
      merged[merged.length - 1] = { what, from: last.from, to: Math.max(last.to, finding.to) }
    }
  }
  return merged
}
