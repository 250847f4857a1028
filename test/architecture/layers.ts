import type { packages } from './sources.js'

/** The plan of one package. */
export interface Layers {
  /**
   * Rooms in their order: each may import those of the rows above it, and itself. Rooms of one row know nothing of each
   * other. `name/` is a folder, `name` a file, `*` any part of a name; a file named here stands apart from its folder.
   */
  readonly order: readonly (readonly string[])[]
  /** Where little of the outside is allowed in: packages and Node's modules. */
  readonly outside: readonly { readonly rooms: readonly string[]; readonly may: readonly string[] }[]
}

const sdk: Layers = {
  order: [
    ['errors', 'assert-option', 'log-entry'],
    ['xml/'],
    ['mime/'],
    ['cxml/values/', 'cxml/secrets', 'cxml/warning'],
    ['cxml/dtd/', 'cxml/redaction/'],
    ['cxml/grammar/'],
    ['cxml/elements/'],
    ['cxml/messages/'],
    ['cxml/'],
    ['cxml/validation/'],
    ['cxml/comparison/'],
    ['catalog/', 'partners/'],
    ['cli/'],
    // What is spoken of: records without behaviour, which the store keeps and the workflows share.
    ['oci/oci-access', 'oci/oci-error'],
    ['oci/oci-call'],
    [
      'buyers/buyer',
      'buyers/token',
      'punchout/cart',
      'punchout/cart-error',
      'punchout/session-error',
      'punchout/operations',
      'open-buy/catalog',
      'delivery/job',
      'delivery/sent-document',
    ],
    ['punchout/session', 'requests/reference'],
    ['requests/purchase-request', 'orders/order'],
    ['delivery/notice', 'orders/order-policy'],
    ['store/'],
    ['store/contract/', 'assert-buyers'],
    ['options'],
    ['buyers/', 'delivery/', 'retention/'],
    ['oci/'],
    ['requests/'],
    ['punchout/', 'orders/'],
    ['open-buy/'],
    ['fulfillment/'],
    ['http/'],
    ['supplier'],
    ['adapters/'],
    ['index', 'cxml', 'xml', 'catalog', 'memory', 'sqlite', 'postgres', 'store-contract', 'cli'],
    ['fetch', 'node', 'koa', 'express', 'fastify', 'hono', 'next'],
  ],
  outside: [
    { rooms: ['xml/', 'mime/'], may: [] },
    // Documents know nothing of HTTP, storage or files.
    { rooms: ['cxml/'], may: ['big.js'] },
    { rooms: ['catalog/'], may: [] },
  ],
}

const mockCoupa: Layers = {
  order: [
    // What sets one procurement system apart from another, as data.
    ['errors', 'systems/'],
    ['company/'],
    // Whom a total is charged to, and what it is worth in the company's currency.
    ['accounting/'],
    // Documents of text as PDF, whatever they say.
    ['pdf/'],
    ['store/'],
    // The company's people, suppliers and places as rows with ids.
    ['directory/'],
    ['control/'],
    ['journal/'],
    // What is said on documents, to the supplier, too: it goes out with the order.
    ['comments/'],
    ['index-catalogs/'],
    // Approvals know no document: documents say what of them is approved. oci/: what a catalogue's form holds, whoever
    // brings it.
    ['approvals/', 'oci/read-form-page', 'oci/read-items'],
    ['shopping/'],
    ['requisitions/'],
    ['purchase-orders/'],
    ['transmission/', 'change-orders/'],
    ['fulfillment/'],
    ['receiving/'],
    ['invoicing/', 'contracts/'],
    // Everything that is approved.
    ['approvables'],
    ['notifications/'],
    ['rest/rate-limit'],
    ['options', 'duties'],
    // The only room that knows what follows from what.
    ['lifecycle'],
    // What pages and drivers are promised, and what keeps the promise.
    [
      'administration',
      'approvals',
      'conversations',
      'forms',
      'groups',
      'inbox',
      'index-catalogs',
      'ship-notices',
      'traces',
    ],
    ['contracts', 'home', 'invoices', 'lists', 'order-changes', 'requests'],
    ['orders', 'shopping'],
    ['coupa', 'supplier-portal'],
    ['application/'],
    ['sign-in/', 'cxml/', 'person'],
    ['oci/'],
    // Between buyer and supplier: it knows neither the company nor its pages.
    ['rest/', 'network/'],
    ['pages'],
    ['ui/'],
    ['app'],
    ['mock-coupa'],
    ['start-mock-coupa', 'start-network'],
    ['start-mock-ariba'],
    ['ariba-beside', 'introduction'],
    ['index', 'cli', 'msw'],
  ],
  outside: [
    // The domain knows no pages, no server and no files.
    {
      rooms: [
        'index-catalogs/',
        'shopping/',
        'requisitions/',
        'approvals/',
        'purchase-orders/',
        'transmission/',
        'fulfillment/',
        'change-orders/',
        'receiving/',
        'comments/',
        'contracts/',
      ],
      may: ['node:crypto', '@punchloop/sdk/cxml', '@punchloop/sdk/catalog'],
    },
    {
      rooms: [
        'lifecycle',
        'administration',
        'approvals',
        'contracts',
        'conversations',
        'forms',
        'groups',
        'home',
        'inbox',
        'index-catalogs',
        'invoices',
        'ship-notices',
        'lists',
        'order-changes',
        'requests',
        'orders',
        'shopping',
        'traces',
        'coupa',
        'supplier-portal',
      ],
      may: [],
    },
  ],
}

const demoMarketplace: Layers = {
  order: [
    // What the shop keeps and what it sells, without a page.
    ['store/', 'http/form', 'http/local-path', 'http/page-error', 'http/security-headers', 'cli/'],
    ['accounts/', 'catalog/', 'mail/'],
    ['subscriptions/'],
    ['shop'],
    ['accounts/recognise-visitor', 'accounts/require-account', 'http/'],
    ['ui/'],
    // The one room that configures the SDK.
    ['punchout/'],
    ['catalog/buy-box', 'orders/sent-documents'],
    ['*/*-page'],
    ['*/show-*', 'accounts/sign-in'],
    ['punchout/request-approval'],
    ['assets', 'routes'],
    ['app'],
    ['marketplace'],
    ['index', 'mailbox', 'cli', 'mail-cli'],
  ],
  outside: [],
}

const demo: Layers = {
  order: [
    ['secrets', 'ports', 'html'],
    ['data-folder', 'wiring', 'browser', 'buyers'],
    ['programs/'],
    ['three-programs', 'world'],
    ['screen', 'loop/'],
    ['start', 'loop'],
  ],
  outside: [],
}

const bench: Layers = {
  order: [
    ['documents', 'hostile', 'hostile-messages', 'measure'],
    ['bare-saxes', 'bare-template', 'dtd-validation', 'figures', 'growth'],
    ['retained-memory', 'show'],
    ['speed', 'memory', 'hostile-growth', 'orders/', 'coupa/'],
    ['storm/'],
    ['cxml', 'orders', 'coupa'],
  ],
  outside: [],
}

/** A document's way from top to bottom; see ARCHITECTURE.md. */
export const layersOf: Record<(typeof packages)[number], Layers> = {
  'packages/sdk': sdk,
  'packages/mock-coupa': mockCoupa,
  'packages/demo-marketplace': demoMarketplace,
  demo,
  bench,
}
