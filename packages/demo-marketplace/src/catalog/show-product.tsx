import { formField, queryField } from '../http/form.js'
import { PageError } from '../http/page-error.js'
import type { Shop, ShopContext } from '../shop.js'
import { sendPage } from '../ui/render.js'
import { lineText, termText, totalText } from './buy-box.js'
import { createOffer, type Offer, OfferError } from './offer.js'
import type { Product } from './product.js'
import { ProductPage } from './product-page.js'

type Needed = Pick<Shop, 'catalog' | 'randomBytes'>

export interface Choice {
  readonly plan?: string
  readonly quantity?: string
}

/** `GET /products/:id?plan=…&quantity=…` */
export function showProduct(shop: Needed) {
  return async (ctx: ShopContext) => {
    await sendChosen(
      shop,
      ctx,
      choiceOf(name => queryField(ctx, name)),
    )
  }
}

/** `POST /products/:id/configure`: the same page with what was chosen, for browsers without scripts. */
export function configureProduct(shop: Needed) {
  return async (ctx: ShopContext) => {
    const product = findProduct(shop, ctx)
    ctx.status = 303
    ctx.redirect(chosenPath(product, postedChoice(ctx)))
  }
}

/** `GET /products/:id/total?plan=…&quantity=…`: the words on the page that depend on the choice. */
export function showTotal(shop: Needed) {
  return async (ctx: ShopContext) => {
    const product = findProduct(shop, ctx)
    try {
      const offer = createOffer(
        product,
        choiceOf(name => queryField(ctx, name)),
      )
      ctx.body = {
        total: totalText(offer),
        term: termText(offer),
        line: lineText(offer),
        description: offer.description,
        problem: '',
      }
    } catch (error) {
      if (!(error instanceof OfferError)) throw error
      ctx.body = { total: '…', problem: error.message }
    }
  }
}

/** The product's page with a choice on it; a choice that cannot be bought is shown with what is wrong. */
export async function sendChosen(shop: Needed, ctx: ShopContext, choice: Choice): Promise<void> {
  const product = findProduct(shop, ctx)
  const page = { visitor: ctx.state.visitor, path: chosenPath(product, choice), formKey: newFormKey(shop) }
  try {
    await sendPage(ctx, <ProductPage {...page} offer={createOffer(product, choice)} />)
  } catch (error) {
    if (!(error instanceof OfferError)) throw error
    const offer = nearestOffer(product, choice)
    const typed = choice.quantity === undefined ? {} : { typedQuantity: choice.quantity }
    await sendPage(ctx, <ProductPage {...page} offer={offer} problem={error.message} {...typed} />, 422)
  }
}

export function findProduct({ catalog }: Pick<Shop, 'catalog'>, ctx: ShopContext): Product {
  const product = catalog.product(ctx.params.id ?? '')
  if (product === undefined) {
    throw new PageError(
      404,
      'This product is not sold here',
      'It may have been renamed. The catalogue shows everything there is.',
    )
  }
  return product
}

export function postedChoice(ctx: ShopContext): Choice {
  return choiceOf(name => formField(ctx, name))
}

export function chosenPath({ id }: Product, choice: Choice): string {
  const query = new URLSearchParams(Object.entries(choice))
  return query.size === 0 ? `/products/${id}` : `/products/${id}?${query}`
}

function choiceOf(read: (name: string) => string | undefined): Choice {
  const plan = read('plan')
  const quantity = read('quantity')?.slice(0, 40)
  return { ...(plan === undefined ? {} : { plan }), ...(quantity === undefined ? {} : { quantity }) }
}

function nearestOffer(product: Product, { plan }: Choice): Offer {
  const known = product.plans.some(({ id }) => id === plan)
  return createOffer(product, known && plan !== undefined ? { plan } : {})
}

function newFormKey({ randomBytes }: Needed): string {
  return Buffer.from(randomBytes(12)).toString('base64url')
}
