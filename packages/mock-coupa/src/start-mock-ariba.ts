import { join } from 'node:path'
import { type AribaSeed, alderBiosciences, moveAribaNetwork } from './company/ariba-seed.js'
import { catalogUploadPath } from './cxml/catalog-upload.js'
import { CoupaError } from './errors.js'
import type { DocumentKind, NetworkCredential, NetworkDirectory, SenderForm } from './network/account.js'
import { networkSender } from './network/ground.js'
import { defaultTransactionRules, type TransactionRules } from './network/transaction-rules.js'
import type { MockCoupaOptions } from './options.js'
import { type MockCoupa, startMockCoupa } from './start-mock-coupa.js'
import { type BusinessNetwork, startNetwork } from './start-network.js'
import { systems } from './systems/systems.js'

/** What `startMockAriba` takes. Everything has a default; a test gives `{ port: 0, networkPort: 0 }`. */
export interface MockAribaOptions extends Omit<MockCoupaOptions, 'system' | 'company'> {
  /** Of the buyer's pages; 0: any free port. Default 4030. */
  readonly port?: number
  /** Default 4031. */
  readonly networkPort?: number
  /** How others reach the network, where that differs from host and port. */
  readonly networkPublicUrl?: string
  /** The marketplace of the seeded company. It can be told later, too: {@link MockAriba.connect}. */
  readonly supplier?: AribaSupplier
  /** What the buyer and the network know each other by. Default: a fixed one, for a laptop. */
  readonly buyerSecret?: string
  /** ANID of the buyer. One that ends in `-T` makes everything a test. Default `AN01000000001`. */
  readonly buyer?: string
  /** What the buyer lets its suppliers send. Default: all but invoices without an order. */
  readonly rules?: Partial<TransactionRules>
}

/** A supplier's own account on the network, as its administrator fills it in. */
export interface AribaSupplier {
  /** The supplier's cXML address; with `orderUrl`, for set-ups only. */
  readonly punchoutUrl?: string
  /** Absent: orders wait for the supplier's GetPendingRequest. */
  readonly orderUrl?: string
  /** Absent: what became of its documents waits for the supplier's GetPendingRequest. */
  readonly statusUpdateUrl?: string
  /** What the supplier and the network know each other by. */
  readonly sharedSecret: string
  /** Default `AN01000000002`, with `-T` where the buyer's has it. */
  readonly anid?: string
  /** Further credentials of the supplier. */
  readonly credentials?: readonly NetworkCredential[]
  readonly senderForm?: SenderForm
  /** `CredentialMac`: the secret is not sent, but what was made with it. Default `SharedSecret`. */
  readonly proof?: 'SharedSecret' | 'CredentialMac'
}

/** A mock Ariba in this process: the buyer's pages, and the network between it and its suppliers. */
export interface MockAriba {
  /** Of the buyer's pages. */
  readonly url: string
  readonly buyer: MockCoupa
  readonly network: BusinessNetwork
  /** Tells the network where the seeded marketplace is and what its secret is. */
  connect(supplier: AribaSupplier): void
  close(): Promise<void>
}

export const defaultAribaPort = 4030
export const defaultAribaNetworkPort = 4031

/** For a laptop, like the secrets of the seeded Coupa. */
const laptopSecrets = { buyer: 'open-sesame-alder', supplier: 'open-sesame-brightstack' }

/**
 * Starts an SAP Ariba of one company, and the network that it reaches its suppliers through.
 *
 * @throws {CoupaError} `ERR_COUPA_PORT_BUSY`, or `ERR_COUPA_INVALID` for a configuration that cannot be taken.
 * @example
 * const ariba = await startMockAriba({ port: 0, networkPort: 0 })
 * ariba.connect({ punchoutUrl, orderUrl, sharedSecret })
 * const trip = await ariba.buyer.person('emma').shop('Brightstack Marketplace')
 * await ariba.close()
 */
export async function startMockAriba(options: MockAribaOptions = {}): Promise<MockAriba> {
  const { networkPort, networkPublicUrl, supplier, buyerSecret, buyer, rules = {}, ...shared } = options
  const { publicUrl: _ofTheBuyer, dataDir, ...ground } = shared
  const parties = partiesOf(buyer, supplier)
  const opened: { close(): Promise<void> }[] = []
  const close = async () => {
    for (const started of opened) await started.close()
  }
  try {
    const told = supplier ?? { sharedSecret: laptopSecrets.supplier }
    const sharedSecret = buyerSecret ?? laptopSecrets.buyer
    // Where the buyer will be is known beforehand but for free ports: what it sends as it starts is taken.
    const expected = expectedUrl(options)
    const network = await startNetwork({
      ...ground,
      port: networkPort ?? defaultAribaNetworkPort,
      holdsDeliveries: true,
      ...(expected === undefined
        ? {}
        : {
            directory: directoryOf({
              seed: { ...parties, sharedSecret },
              buyerUrl: expected,
              supplier: told,
              rules,
            }),
          }),
      ...(networkPublicUrl === undefined ? {} : { publicUrl: networkPublicUrl }),
      ...(dataDir === undefined ? {} : { dataDir: join(dataDir, 'network') }),
    })
    opened.push(network)
    const seed: AribaSeed = {
      ...parties,
      punchoutUrl: network.punchoutUrl,
      transactionUrl: network.transactionUrl,
      sharedSecret,
      networkSender,
    }
    const coupa = await startMockCoupa({
      ...shared,
      port: shared.port ?? defaultAribaPort,
      system: 'ariba',
      company: alderBiosciences(seed),
    })
    opened.push(coupa)
    // The configuration may be that of an earlier start.
    await coupa.company.update(company => moveAribaNetwork(company, seed))
    const connect: MockAriba['connect'] = account =>
      network.configure(directoryOf({ seed, buyerUrl: coupa.url, supplier: account, rules }))
    connect(told)
    return { url: coupa.url, buyer: coupa, network, connect, close }
  } catch (error) {
    await close()
    throw error
  }
}

function partiesOf(
  buyer = 'AN01000000001',
  supplier: AribaSupplier | undefined,
): Pick<AribaSeed, 'buyer' | 'supplier'> {
  const anid = supplier?.anid ?? (buyer.endsWith('-T') ? 'AN01000000002-T' : 'AN01000000002')
  if (buyer.endsWith('-T') === anid.endsWith('-T')) return { buyer, supplier: anid }
  throw new CoupaError(
    'ERR_COUPA_INVALID',
    `buyer is ${buyer} and its supplier ${anid}: both must be test accounts (-T), or neither`,
  )
}

/** Undefined where the buyer takes any free port. */
function expectedUrl({
  publicUrl,
  host = '127.0.0.1',
  port = defaultAribaPort,
}: MockAribaOptions): string | undefined {
  if (publicUrl !== undefined) return publicUrl.replace(/\/$/, '')
  return port === 0 ? undefined : `http://${host}:${port}`
}

function directoryOf(by: {
  readonly seed: Pick<AribaSeed, 'buyer' | 'supplier' | 'sharedSecret'>
  readonly buyerUrl: string
  readonly supplier: AribaSupplier
  readonly rules: Partial<TransactionRules>
}): NetworkDirectory {
  const { seed, buyerUrl, supplier, rules } = by
  return {
    accounts: [
      {
        role: 'buyer',
        name: 'Alder Biosciences',
        anid: seed.buyer,
        sharedSecret: seed.sharedSecret,
        documentUrls: documentUrls(buyerUrl),
        rules: { ...defaultTransactionRules, ...rules },
      },
      { role: 'supplier', name: 'Brightstack Inc', ...supplier, anid: seed.supplier },
    ],
    relationships: [{ buyer: seed.buyer, supplier: seed.supplier }],
  }
}

/** Where the buyer's instance takes what suppliers send. The rest waits on the network. */
function documentUrls(buyerUrl: string): Partial<Record<DocumentKind, string>> {
  const taken = Object.entries(systems.ariba.takes).map(([kind, { path }]) => [kind, `${buyerUrl}${path}`])
  return { ...Object.fromEntries(taken), CatalogUploadRequest: `${buyerUrl}${catalogUploadPath}` }
}
