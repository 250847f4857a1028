import type { Visitor } from '../accounts/visitor.js'
import { Layout } from '../ui/layout.js'
import { amountForPeople, isZero } from './decimal.js'
import { picturePath } from './picture.js'
import { currency, type Product, type ProductKind, productKinds } from './product.js'

interface CatalogPageProps {
  readonly visitor: Visitor
  readonly path: string
  readonly products: readonly Product[]
  readonly text: string
  readonly kind: ProductKind | undefined
  /** A part number that a buyer asked for and that is not sold here. */
  readonly missing: string | undefined
  /** Only what was chosen in a buyer's search is shown. */
  readonly chosen: boolean
}

export function CatalogPage({ visitor, path, products, text, kind, missing, chosen }: CatalogPageProps) {
  const title = text === '' ? 'Software for work' : `Search: ${text}`
  return (
    <Layout visitor={visitor} title={title} path={path} searchText={text}>
      {missing && (
        <p class="notice" role="status">
          The product you chose (<span class="mono">{missing}</span>) is not sold here any more. Maybe one of
          these will do.
        </p>
      )}
      {chosen && (
        <p class="notice">
          These are the products you chose. <a href="/">Show all products</a>
        </p>
      )}
      {text === '' ? <Hero visitor={visitor} /> : <SearchHead text={text} count={products.length} />}
      <KindFilter text={text} kind={kind} />
      {products.length === 0 ? (
        <section class="empty panel">
          <h2>Nothing fits</h2>
          <p>Try fewer or shorter words, or look through everything.</p>
          <a class="button" href="/">
            Show all products
          </a>
        </section>
      ) : (
        <ul class="grid">
          {products.map(product => (
            <li>
              <ProductCard product={product} />
            </li>
          ))}
        </ul>
      )}
    </Layout>
  )
}

function Hero({ visitor }: { readonly visitor: Visitor }) {
  return (
    <section class="hero">
      <h1>Software your company can say yes to</h1>
      <p class="lead">
        {visitor.trip
          ? `Choose a product and request approval. When ${visitor.trip.buyerName} has approved and ordered it, it is yours without coming back.`
          : 'Software, data and services from independent makers. Subscribe here, or come from your company’s procurement system and let it pay.'}
      </p>
    </section>
  )
}

function SearchHead({ text, count }: { readonly text: string; readonly count: number }) {
  return (
    <div class="page-head">
      <h1>
        {count} {count === 1 ? 'result' : 'results'} for “{text}”
      </h1>
      <a href="/">Show all products</a>
    </div>
  )
}

function KindFilter({ text, kind }: { readonly text: string; readonly kind: ProductKind | undefined }) {
  const link = (wanted?: string) => {
    const query = new URLSearchParams({ ...(text ? { q: text } : {}), ...(wanted ? { kind: wanted } : {}) })
    return query.size === 0 ? '/' : `/?${query}`
  }
  return (
    <nav class="chips" aria-label="Kind of product">
      <a href={link()} aria-current={kind === undefined ? 'true' : undefined}>
        Everything
      </a>
      {Object.entries(productKinds).map(([id, name]) => (
        <a href={link(id)} aria-current={kind === id ? 'true' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  )
}

function ProductCard({ product }: { readonly product: Product }) {
  const [plan] = product.plans
  return (
    <article class="card panel" data-product={product.id}>
      <img src={picturePath(product)} alt="" loading="lazy" width="480" height="320" />
      <div class="card-body">
        <p class="vendor">
          <span>{product.vendor}</span>
          <span>{productKinds[product.kind]}</span>
        </p>
        <h2>
          <a href={`/products/${product.id}`}>{product.name}</a>
        </h2>
        <p class="tagline">{product.tagline}</p>
        <p class="price-line">
          {plan.charge === 'budget' ? (
            <strong>Pay as you go</strong>
          ) : isZero(plan.unitPrice) ? (
            <>
              <strong>Free</strong> {plan.per}
            </>
          ) : (
            <>
              <strong>
                {currency} {amountForPeople(plan.unitPrice)}
              </strong>{' '}
              {plan.per}
            </>
          )}
        </p>
      </div>
    </article>
  )
}
