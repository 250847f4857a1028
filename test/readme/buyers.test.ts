import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PartnerProfile, profiles } from '@punchloop/sdk'
import { describe, expect, it } from 'vitest'
import { root } from '../support/root.js'

const text = readFileSync(join(root, 'docs/buyers.md'), 'utf8')

/** A row of the first table. */
function wants({ title, name, authenticatedBy, versions, cart, orderTypes, takes }: PartnerProfile): string {
  const written = Object.entries(versions).map(([kind, version]) => `${kind} ${version}`)
  const limits = [
    ...cart.lengths.map(({ field, most, unit, beyond }) => `${field} ${most} ${unit} (${beyond})`),
    ...(cart.refusedInPartIDs === undefined ? [] : [`no \`${cart.refusedInPartIDs}\` in part ids`]),
    ...(cart.priceDecimals === undefined ? [] : [`prices to ${cart.priceDecimals} decimals`]),
  ]
  const taken = Object.entries(takes).flatMap(([kind, known]) => (known === 'yes' ? [kind] : []))
  const cells = [
    title,
    `\`${name}\``,
    authenticatedBy,
    written.join(', ') || 'usual',
    cart.encoding,
    cart.classification,
    limits.join('; ') || 'none known',
    cart.operations,
    cart.empty,
    orderTypes.join(', '),
    taken.join(', ') || 'unknown',
  ]
  return `| ${cells.join(' | ')} |`
}

/** A row of the second. */
function signs({ title, signs: each }: PartnerProfile): string {
  const code = (texts: readonly string[]) => texts.map(text => `\`${text}\``).join(', ') || '–'
  const columns = [each.userAgents, each.domains, each.returnUrls, each.extrinsics, each.versions]
  return `| ${[title, ...columns.map(code)].join(' | ')} |`
}

/** The list under a title. */
function sentences({ title, habits, sources, unverified }: PartnerProfile): string {
  const lists = { Habits: habits, Sources: sources, Unverified: unverified }
  const written = Object.entries(lists).flatMap(([name, list]) =>
    list.length === 0 ? [] : [`${name}:\n\n${list.map(each => `- ${each}`).join('\n')}\n`],
  )
  return `### ${title}\n\n${written.join('\n')}`
}

describe('docs/buyers.md', () => {
  it.each(Object.values(profiles))('says of $name what its profile says', profile => {
    expect(text).toContain(wants(profile))
    expect(text).toContain(signs(profile))
    expect(text).toContain(sentences(profile))
  })
})
