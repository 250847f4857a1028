import type { MortalMarketplace } from './marketplace.js'

/** All that a flow leaves behind, here and outside, without what chance made up. */
export async function standOf(marketplace: MortalMarketplace) {
  const { outside } = marketplace
  const supplier = marketplace.inspect()
  const orders = await supplier.orders({})
  const requests = await supplier.requests({})
  const jobs = await supplier.jobs({ limit: 1000 })
  return {
    orders: orders.map(({ orderVersion, status, lines, confirmedAt }) => ({
      orderVersion,
      status,
      isConfirmed: confirmedAt !== undefined,
      lines: lines.map(({ supplierPartID, fulfilment }) => [
        supplierPartID,
        fulfilment?.reference !== undefined,
      ]),
    })),
    // A cart whose page was lost never came to the buyer; the shopper returned it again.
    requests: [...new Set(requests.map(({ status }) => status))]
      .filter(status => status !== 'waiting')
      .sort(),
    dead: jobs.filter(({ status }) => status === 'dead').length,
    provided: [...outside.provided.keys()].sort(),
    documents: [...outside.documents.values()].map(kindOf).sort(),
    changed: outside.changed,
    notices: [...new Set([...outside.notices].map(withoutId))].sort(),
  }
}

function kindOf(xml: string): string {
  const [, kind] = /<Request[^>]*>\s*<(\w+)/.exec(xml) ?? []
  const [, type = ''] = /<ConfirmationHeader[^>]* type="(\w+)"/.exec(xml) ?? []
  return `${kind} ${type}`.trim()
}

const withoutId = (key: string) => key.replace(/[0-9a-f]{32}/, 'id')
