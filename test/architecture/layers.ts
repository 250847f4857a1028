import type { packages } from './sources.js'

/** The plan of one package. */
export interface Layers {
  /**
   * Rooms in their order: each may import those of the rows above it, and itself. Rooms of one row know nothing of each
   * other. `name/` is a folder, `name` a file; a file named here stands apart from its folder.
   */
  readonly order: readonly (readonly string[])[]
  /** Where little of the outside is allowed in: packages and Node's modules. */
  readonly outside: readonly { readonly rooms: readonly string[]; readonly may: readonly string[] }[]
}

/** A document's way from left to right; see ARCHITECTURE.md. */
export const layersOf: Record<(typeof packages)[number], Layers> = {
  'packages/sdk': {
    order: [
      ['errors', 'assert-option'],
      ['xml/'],
      ['cxml/'],
      ['cxml/validation/'],
      ['cli/'],
      // What is spoken of: records without behaviour, which the store keeps and the workflows share.
      ['buyers/buyer', 'punchout/session', 'punchout/cart', 'open-buy/catalog'],
      ['requests/purchase-request'],
      ['orders/order'],
      ['delivery/notice', 'delivery/job'],
      ['store/'],
      ['options'],
      ['buyers/'],
      ['delivery/'],
      ['requests/'],
      ['punchout/', 'orders/', 'open-buy/'],
      ['fulfillment/'],
      ['http/'],
      ['supplier'],
      ['adapters/'],
      ['index', 'cxml', 'memory', 'sqlite', 'node', 'koa', 'cli'],
    ],
    outside: [
      { rooms: ['xml/'], may: ['saxes'] },
      { rooms: ['cxml/'], may: ['big.js'] },
    ],
  },
  'packages/mock-coupa': {
    order: [
      ['errors'],
      ['company/'],
      ['store/'],
      ['control/'],
      ['journal/'],
      ['shopping/'],
      ['requisitions/'],
      ['approvals/', 'purchase-orders/'],
      ['transmission/', 'fulfillment/'],
      ['notifications/'],
      // The only room that knows what follows from what.
      ['lifecycle'],
      // What pages and drivers are promised, and what keeps the promise.
      ['coupa'],
      ['application/'],
      ['sign-in/', 'cxml/'],
      ['pages'],
      ['ui/'],
      ['person/', 'start-mock-coupa'],
      ['index', 'cli', 'msw'],
    ],
    outside: [
      {
        rooms: ['shopping/', 'requisitions/', 'approvals/', 'purchase-orders/', 'transmission/', 'fulfillment/'],
        may: ['node:crypto', '@punchloop/sdk/cxml'],
      },
      { rooms: ['lifecycle', 'coupa'], may: [] },
    ],
  },
  'packages/demo-marketplace': { order: [], outside: [] },
  demo: {
    order: [
      ['secrets', 'ports'],
      ['data-folder', 'wiring'],
      ['programs/'],
      ['three-programs', 'world'],
      ['screen', 'loop/'],
      ['start', 'loop'],
    ],
    outside: [],
  },
}
