import { CoupaError } from '../../errors.js'
import { type Page, page, type Redirect, redirect, type Visit } from '../answer.js'
import { ownRequisitionPath, paths, requisitionPath } from '../paths.js'
import { problemPage } from '../problem-page.js'

/** Where the browser lands after the supplier: the session is there again and says whose cart this is. */
export function claimCart({ coupa, person, params }: Visit): Page | Redirect {
  const token = params.token ?? ''
  try {
    const cart = coupa.claimCart(person.login, token)
    if (cart.outcome === 'refused') return refusedPage(cart.banner, coupa.system().shopping.cartRefused)
    if (cart.outcome === 'added') return redirect(paths.cart, 'cart-returned')
    if (cart.outcome === 'cancelled') {
      return cart.requisitionNumber === undefined
        ? redirect(paths.home, 'nothing-returned')
        : redirect(requisitionPath(cart.requisitionNumber), 'nothing-changed')
    }
    return redirect(
      ownRequisitionPath(cart.requisition),
      cart.lineCount === 0 ? 'items-removed' : 'items-changed',
    )
  } catch (error) {
    // Whoever switched the persona while shopping comes back here after switching again.
    if (error instanceof CoupaError)
      return { ...problemPage(error), switchTo: `/punchout/carts/${encodeURIComponent(token)}` }
    throw error
  }
}

function refusedPage(banner: string, title: string): Page {
  return page({
    title,
    status: 400,
    section: 'cart',
    body: (
      <div class="card fault" role="alert">
        <h1>{title}</h1>
        <p class="literal" data-testid="cart-banner">
          {banner}
        </p>
        <p class="next">Nothing was added to your cart. An administrator can see the reason on the bell.</p>
        <p class="next actions">
          <a class="button" href={paths.home}>
            Back to Home
          </a>
        </p>
      </div>
    ),
  })
}
