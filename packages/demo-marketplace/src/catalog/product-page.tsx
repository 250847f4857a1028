import { Layout } from '../ui/layout.js'
import { BuyBox, type BuyBoxProps } from './buy-box.js'
import { picturePath } from './picture.js'
import { productKinds } from './product.js'

interface ProductPageProps extends BuyBoxProps {
  readonly path: string
}

export function ProductPage(props: ProductPageProps) {
  const { path, ...box } = props
  const { visitor, offer } = box
  const { product } = offer
  return (
    <Layout visitor={visitor} title={product.name} path={path} script="/product.js">
      <nav class="crumbs" aria-label="Where you are">
        <a href="/">Catalogue</a> › <a href={`/?kind=${product.kind}`}>{productKinds[product.kind]}</a>
      </nav>
      <article class="product" data-product={product.id}>
        <div>
          <header class="product-head">
            <img src={picturePath(product)} alt="" width="104" height="104" />
            <div>
              <h1>{product.name}</h1>
              <p class="vendor">
                by {product.vendor} · {productKinds[product.kind]}
              </p>
            </div>
          </header>
          <div class="prose">
            <p class="tagline">{product.tagline}.</p>
            {product.description.map(paragraph => (
              <p>{paragraph}</p>
            ))}
          </div>
        </div>
        <BuyBox {...box} />
        <div class="product-more">
          <section class="section">
            <h2>What you get</h2>
            <ul class="highlights">
              {product.highlights.map(highlight => (
                <li>{highlight}</li>
              ))}
            </ul>
          </section>
          <section class="section">
            <h2>For your purchasing department</h2>
            <dl class="facts">
              <dt>Part number</dt>
              <dd class="mono">{product.partNumber}</dd>
              <dt>Sold by</dt>
              <dd>Brightstack Inc, for {product.vendor}</dd>
              <dt>UNSPSC</dt>
              <dd class="mono">{offer.line.unspsc}</dd>
              <dt>Invoices</dt>
              <dd>
                {offer.line.lineType === 'Service'
                  ? 'One, for the whole amount'
                  : 'Several, against one order line'}
              </dd>
            </dl>
          </section>
        </div>
      </article>
    </Layout>
  )
}
