import { type Product, productKinds } from './product.js'

/** A part of the shop that a buyer's search can lead to, under a number as if it were a product's. */
export interface Place {
  readonly partNumber: string
  readonly level: 'store' | 'aisle' | 'shelf'
  readonly name: string
  readonly description: string
  readonly path: string
}

/** The whole shop, an aisle for each kind of product, and a shelf for each word that several of a kind share. */
export function places(products: readonly Product[]): Place[] {
  const aisles = Object.entries(productKinds).flatMap(([kind, name]) => {
    const here = products.filter(product => product.kind === kind)
    if (here.length === 0) return []
    const aisle: Place = {
      partNumber: `BRS-AISLE-${kind.toUpperCase()}`,
      level: 'aisle',
      name,
      description: `${name} at Brightstack Marketplace`,
      path: `/?${new URLSearchParams({ kind })}`,
    }
    return [aisle, ...sharedWords(here).map(word => shelf(kind, name, word))]
  })
  return [
    {
      partNumber: 'BRS-STORE',
      level: 'store',
      name: 'Brightstack Marketplace',
      description: 'Software, data and services from independent makers',
      path: '/',
    },
    ...aisles,
  ]
}

function shelf(kind: string, kindName: string, word: string): Place {
  return {
    partNumber: `BRS-SHELF-${kind}-${word}`.toUpperCase().replace(/[^A-Z0-9]+/g, '-'),
    level: 'shelf',
    name: `${kindName}: ${word}`,
    description: `${kindName} for ${word} at Brightstack Marketplace`,
    path: `/?${new URLSearchParams({ kind, q: word })}`,
  }
}

/** A word that all of them share says nothing. */
function sharedWords(products: readonly Product[]): string[] {
  const byWord = Map.groupBy(
    products.flatMap(({ keywords }) => keywords),
    word => word,
  )
  return [...byWord].filter(([, { length }]) => length > 1 && length < products.length).map(([word]) => word)
}
