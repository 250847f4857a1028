import { randomBytes } from 'node:crypto'
import type { BusinessNetwork } from '@punchloop/mock-coupa'
import { readCatalogUploadAnswer, readCif, writeCatalogUpload } from '@punchloop/sdk/catalog'
import { envelope } from '@punchloop/sdk/cxml'
import { brightstack } from '../wiring.js'
import type { World } from '../world.js'
import { expectEqual, expectPresent, StepFailedError } from './step.js'

/** Where a buyer takes index catalogues by cXML, where no network stands between. */
const uploadPath = '/cxml/catalogs'

/** The marketplace's index catalogue, as it is downloaded there, goes to the buyer as a CatalogUploadRequest. */
export async function loadIndex(world: World): Promise<{ readonly items: number }> {
  const cif = await download(`${world.market.url}/catalog.cif`)
  const { items, problems } = readCif(cif)
  expectEqual(problems[0]?.message, undefined, 'What is wrong with catalog.cif')
  await upload(world, cif)
  // A network answers first and brings the document afterwards.
  const load = await world.coupa.waitFor(() => world.coupa.application.indexLoads('ada')[0])
  expectEqual(load.status, 'loaded', 'What became of the catalogue')
  expectEqual(load.loadedCount, items.length, 'Rows of the catalogue that were loaded')
  return { items: items.length }
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  expectEqual(response.status, 200, `HTTP status of ${url}`)
  return response.bytes()
}

async function upload(world: World, cif: Uint8Array): Promise<void> {
  const { url, buyer, supplier, sharedSecret } = addressOf(world)
  const message = writeCatalogUpload(
    {
      ...envelope({ clock: () => new Date(), randomBytes, host: new URL(world.market.url).hostname }),
      header: {
        from: { credentials: [supplier] },
        to: { credentials: [buyer] },
        sender: { credentials: [{ ...supplier, sharedSecret }], userAgent: 'Brightstack' },
      },
      operation: 'new',
      catalogName: 'Brightstack Marketplace',
      description: 'Software, data and services',
      cif,
      commodityCodes: ['43', '81'],
    },
    { boundary: randomBytes(16).toString('hex') },
  )
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': message.contentType },
    body: new Uint8Array(message.body),
  })
  const { outcome, status } = readCatalogUploadAnswer(await response.bytes())
  if (outcome === 'taken') return
  throw new StepFailedError(`The CatalogUploadRequest was answered with ${status.code} ${status.value}`)
}

function addressOf({ coupa, network, secrets }: World) {
  if (network === undefined) {
    return {
      url: `${coupa.url}${uploadPath}`,
      ...coupa.system.parties,
      sharedSecret: secrets.supplier,
    }
  }
  return {
    url: network.catalogUrl,
    buyer: buyerOn(network),
    supplier: brightstack,
    sharedSecret: secrets.aribaSupplier,
  }
}

function buyerOn({ directory }: BusinessNetwork) {
  const account = directory.accounts.find(({ role }) => role === 'buyer')
  const { anid } = expectPresent(account, 'The network has no account of a buyer')
  return { domain: 'NetworkID', identity: anid }
}
