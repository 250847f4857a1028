/*
 * Words of the shop:
 *   product   what a vendor offers
 *   plan      one way of buying it: what is counted, what one unit costs, how often it is charged
 *   offer     a plan with a quantity: what a shopper asks for and what it comes to
 */

export const productKinds = {
  saas: 'SaaS',
  'server-image': 'Server images',
  container: 'Containers',
  api: 'APIs',
  data: 'Data sets',
  model: 'ML models',
  service: 'Services',
} as const

export type ProductKind = keyof typeof productKinds

export interface Product {
  /** In URLs. */
  readonly id: string
  /** What buyers call it: `SupplierPartID`. */
  readonly partNumber: string
  readonly name: string
  readonly vendor: string
  readonly kind: ProductKind
  /** One line. */
  readonly tagline: string
  /** Paragraphs. */
  readonly description: readonly string[]
  readonly highlights: readonly string[]
  /** What people type when they look for it. */
  readonly keywords: readonly string[]
  /** The first one is preselected. */
  readonly plans: readonly [Plan, ...Plan[]]
  readonly picture: Picture
  readonly launch: LaunchRecipe
}

/** Two colours and the drawing on them, a path on a 24 × 24 grid. */
export interface Picture {
  readonly from: string
  readonly to: string
  readonly path: string
}

/** How a subscriber begins. `{credential}` in a step stands for what was made up for them. */
export interface LaunchRecipe {
  readonly steps: readonly string[]
  readonly credential?: { readonly label: string; readonly prefix: string }
}

/**
 * `once`: one charge for everything. `instalments`: the same charge several times. `usage`: so many units, charged as
 * they are used. `budget`: nobody knows the units yet, an amount is set aside. `free`: nothing is charged.
 */
export type Charge = 'once' | 'instalments' | 'usage' | 'budget' | 'free'

export interface Plan {
  readonly id: string
  readonly name: string
  readonly charge: Charge
  /** What the quantity counts; for a budget the currency. */
  readonly unit: { readonly one: string; readonly many: string }
  /** Exact decimal strings. Equal `min` and `max`: there is nothing to choose. */
  readonly quantity: { readonly min: string; readonly max: string; readonly usual: string }
  /** Price of one unit for one charge, an exact decimal string. */
  readonly unitPrice: string
  /** How often it is charged, and at what interval. Default: once. */
  readonly charges?: { readonly count: number; readonly interval: 'month' | 'year' }
  /** How long one may use it: `12 months`. */
  readonly term: string
  /** What one price is for, as people say it: `per seat and month`. */
  readonly per: string
}

export const currency = 'USD'
