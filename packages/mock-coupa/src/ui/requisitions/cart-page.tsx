import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { EmptyState } from '../elements/empty-state.js'
import { PageHead } from '../elements/page-head.js'
import { paths } from '../paths.js'
import { readNumber } from '../read-number.js'
import { requisitionPage } from './show-page.js'

export function showCart({ coupa, person }: Visit): Page {
  const cart = coupa.cart(person.login)
  return cart === undefined || cart.lines.length === 0 ? emptyCart() : requisitionPage(cart)
}

function emptyCart(): Page {
  return page({
    title: 'Review Cart',
    section: 'cart',
    body: (
      <>
        <PageHead title="Review Cart" />
        <div class="card">
          <EmptyState icon="cart" title="Your cart is empty">
            <p>What you choose here or at a supplier appears in it.</p>
            <a class="button button-main" href={paths.home}>
              Start shopping
            </a>
          </EmptyState>
        </div>
      </>
    ),
  })
}

export function addItem({ coupa, person, form }: Visit): Redirect {
  coupa.addItem(person.login, {
    itemId: readNumber(form.text('itemId'), 'item'),
    quantity: form.text('quantity'),
  })
  return redirect(paths.cart, 'item-added')
}

export function addOpenBuyItem({ coupa, person, form }: Visit): Redirect {
  coupa.addOpenBuyItem(person.login, {
    search: readNumber(form.text('search'), 'search'),
    siteId: readNumber(form.text('site'), 'punchout site'),
    sourcePartNum: form.text('item'),
    quantity: form.text('quantity'),
  })
  return redirect(paths.cart, 'item-added')
}
