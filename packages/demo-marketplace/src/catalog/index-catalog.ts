import type { CatalogItem, Catalog as IndexCatalog } from '@punchloop/sdk/catalog'
import { createOffer } from './offer.js'
import { picturePath } from './picture.js'
import { places } from './places.js'
import { currency, type Product } from './product.js'

/**
 * The catalogue for buyers that search an index of their own (level 2): every product once for each of its plans, told
 * apart by the auxiliary id, then the parts of the shop. Prices are left out: they depend on what is chosen here.
 */
export function indexCatalog(
  products: readonly Product[],
  shop: { readonly origin: string; readonly supplierID: string; readonly supplierIDDomain: string },
): IndexCatalog {
  const { origin, supplierID, supplierIDDomain } = shop
  return {
    supplierID,
    supplierIDDomain,
    currency,
    items: [
      ...products.flatMap(product => productRows(product, origin)),
      ...places(products).map(
        (place): CatalogItem => ({
          supplierPartID: place.partNumber,
          shortName: place.name,
          description: place.description,
          spscCode: '43230000',
          supplierURL: origin + place.path,
          punchOutEnabled: true,
          punchoutLevel: place.level,
          language: 'en_US',
        }),
      ),
    ],
  }
}

function productRows(product: Product, origin: string): CatalogItem[] {
  return product.plans.map((plan, index) => {
    const { line } = createOffer(product, { plan: plan.id })
    return {
      supplierPartID: product.partNumber,
      // The first plan is what the product's page shows of itself.
      ...(index === 0 ? {} : { supplierPartAuxiliaryID: plan.id }),
      shortName: index === 0 ? product.name : `${product.name}, ${plan.name}`,
      description: `${product.tagline}. ${plan.name}, ${plan.per}.`,
      manufacturerName: product.vendor,
      manufacturerPartID: product.partNumber,
      spscCode: line.unspsc,
      unitOfMeasure: line.unitOfMeasure,
      supplierURL: `${origin}/products/${product.id}`,
      image: origin + picturePath(product),
      punchOutEnabled: true,
      punchoutLevel: 'product',
      language: 'en_US',
    }
  })
}
