import type { OpenBuyCatalog, OpenBuyItem } from '@punchloop/sdk'
import type { Catalog } from '../catalog/catalog.js'
import { createOffer } from '../catalog/offer.js'
import { picturePath } from '../catalog/picture.js'
import { currency, type Product } from '../catalog/product.js'

/** The catalogue as buyers' own search pages show it. Every buyer sees the same products and prices here. */
export function openBuyCatalog(catalog: Catalog, origin: string): OpenBuyCatalog {
  return {
    async search({ text, page, pageSize }) {
      const found = catalog.search({ text })
      const first = (page - 1) * pageSize
      return {
        totalCount: found.length,
        items: found.slice(first, first + pageSize).map(product => writeItem(product, origin)),
      }
    },
    async item({ supplierPartID }) {
      const product = catalog.part(supplierPartID)
      return product && writeItem(product, origin)
    },
  }
}

function writeItem(product: Product, origin: string): OpenBuyItem {
  const { line } = createOffer(product)
  const [plan] = product.plans
  return {
    supplierPartID: product.partNumber,
    name: product.name,
    description: `${product.tagline}. ${plan.name}, ${plan.per}.`,
    unitPrice: plan.unitPrice,
    currency,
    unitOfMeasure: line.unitOfMeasure,
    unspsc: line.unspsc,
    manufacturerName: product.vendor,
    manufacturerPartID: product.partNumber,
    imageUrl: origin + picturePath(product),
    // Plans and quantities are chosen here: the buyer opens the product's page instead of adding it to its cart.
    needsConfiguration: true,
  }
}
