import { queryField, queryFields } from '../http/form.js'
import type { Shop, ShopContext } from '../shop.js'
import { sendPage } from '../ui/render.js'
import { CatalogPage } from './catalog-page.js'
import { type ProductKind, productKinds } from './product.js'

/** `GET /?q=…&kind=…`, or `?part=…&part=…` for those that were chosen in a buyer's search. */
export function showCatalog({ catalog }: Pick<Shop, 'catalog'>) {
  return async (ctx: ShopContext) => {
    const text = (queryField(ctx, 'q') ?? '').trim().slice(0, 100)
    const kind = readKind(queryField(ctx, 'kind'))
    const parts = queryFields(ctx, 'part')
    const found = catalog.search({ text, ...(kind ? { kind } : {}) })
    const unknown = parts.filter(part => catalog.part(part) === undefined)
    await sendPage(
      ctx,
      <CatalogPage
        visitor={ctx.state.visitor}
        path={ctx.url}
        products={parts.length === 0 ? found : found.filter(({ partNumber }) => parts.includes(partNumber))}
        chosen={parts.length > 0}
        text={text}
        kind={kind}
        missing={(queryField(ctx, 'missing') ?? unknown.join(', ')).slice(0, 60)}
      />,
    )
  }
}

function readKind(text: string | undefined): ProductKind | undefined {
  return Object.keys(productKinds).find((kind): kind is ProductKind => kind === text)
}
