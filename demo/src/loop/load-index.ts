import { randomBytes } from 'node:crypto'
import { readCatalogUploadAnswer, readCif, writeCatalogUpload } from '@punchloop/sdk/catalog'
import { envelope } from '@punchloop/sdk/cxml'
import type { World } from '../world.js'
import { expectEqual, StepFailedError } from './step.js'

/** Where the buyer takes index catalogues by cXML. */
const uploadPath = '/cxml/catalogs'

/**
 * The marketplace's index catalogue, as it is downloaded there, goes to the buyer: as a CatalogUploadRequest, or, where a
 * network stands between the two, by an administrator's hands.
 */
export async function loadIndex(world: World): Promise<{ readonly items: number }> {
  const cif = await download(`${world.market.url}/catalog.cif`)
  const { items, problems } = readCif(cif)
  expectEqual(problems[0]?.message, undefined, 'What is wrong with catalog.cif')
  if (world.network === undefined) await upload(world, cif)
  else uploadByHand(world, cif)
  return { items: items.length }
}

async function download(url: string): Promise<Uint8Array> {
  const response = await fetch(url)
  expectEqual(response.status, 200, `HTTP status of ${url}`)
  return response.bytes()
}

async function upload(world: World, cif: Uint8Array): Promise<void> {
  const { buyer, supplier } = world.coupa.system.parties
  const message = writeCatalogUpload(
    {
      ...envelope({ clock: () => new Date(), randomBytes, host: new URL(world.market.url).hostname }),
      header: {
        from: { credentials: [supplier] },
        to: { credentials: [buyer] },
        sender: {
          credentials: [{ ...supplier, sharedSecret: world.secrets.supplier }],
          userAgent: 'Brightstack',
        },
      },
      operation: 'new',
      catalogName: 'Brightstack Marketplace',
      description: 'Software, data and services',
      cif,
      commodityCodes: ['43', '81'],
    },
    { boundary: randomBytes(16).toString('hex') },
  )
  const response = await fetch(`${world.coupa.url}${uploadPath}`, {
    method: 'POST',
    headers: { 'content-type': message.contentType },
    body: new Uint8Array(message.body),
  })
  const { outcome, status } = readCatalogUploadAnswer(await response.text())
  if (outcome === 'taken' && status.code === '200') return
  throw new StepFailedError(`The CatalogUploadRequest was answered with ${status.code} ${status.value}`)
}

function uploadByHand({ coupa }: World, bytes: Uint8Array): void {
  const [supplier] = coupa.application.configuration('ada').punchoutSites.map(site => site.supplier)
  const load = coupa.application.loadIndexCatalog('ada', {
    supplier: supplier ?? 0,
    name: 'Brightstack Marketplace',
    bytes,
  })
  expectEqual(load.status, 'loaded', 'What became of the catalogue')
}
