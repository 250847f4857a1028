import { queryField } from '../http/form.js'
import type { Shop, ShopContext } from '../shop.js'
import { sendPage } from '../ui/render.js'
import { CatalogPage } from './catalog-page.js'
import { type ProductKind, productKinds } from './product.js'

/** `GET /?q=…&kind=…` */
export function showCatalog({ catalog }: Pick<Shop, 'catalog'>) {
  return async (ctx: ShopContext) => {
    const text = (queryField(ctx, 'q') ?? '').trim().slice(0, 100)
    const kind = readKind(queryField(ctx, 'kind'))
    await sendPage(
      ctx,
      <CatalogPage
        visitor={ctx.state.visitor}
        path={ctx.url}
        products={catalog.search({ text, ...(kind ? { kind } : {}) })}
        text={text}
        kind={kind}
        missing={queryField(ctx, 'missing')?.slice(0, 60)}
      />,
    )
  }
}

function readKind(text: string | undefined): ProductKind | undefined {
  return Object.keys(productKinds).find((kind): kind is ProductKind => kind === text)
}
