import type { RequisitionView } from '@punchloop/mock-coupa'
import { readText } from '../html.js'
import type { World } from '../world.js'
import type { Errand } from './errand.js'
import type { Shopper } from './shopper.js'
import { expectEqual, expectPresent, StepFailedError, type Steps } from './step.js'

interface Reopening {
  readonly shopper: Shopper
  readonly requisition: RequisitionView
  readonly errand: Errand
  readonly run: Steps['run']
}

/** The lines are opened again at the shop where the errand says so. Returns the requisition as it is then. */
export async function reopened(world: World, reopening: Reopening): Promise<RequisitionView> {
  const { operation = 'create' } = reopening.errand
  if (operation === 'create') return reopening.requisition
  if (operation === 'inspect') return inspected(world, reopening)
  return edited(world, reopening)
}

async function inspected(world: World, { shopper, requisition, errand, run }: Reopening) {
  return run('inspect', async () => {
    const page = await enter(world, shopper, { requisition, operation: 'inspect' })
    assertShows(page.html, errand.product)
    const link = page.links.find(({ text }) => text === `Look at ${errand.product}`)
    const { href } = expectPresent(link, `${page.url} has no link to look at "${errand.product}"`)
    const product = await shopper.open(new URL(href, page.url).href)
    const isReadOnly = product.forms.every(({ buttons }) => !buttons.includes('Request approval'))
    expectEqual(isReadOnly, true, `That ${product.url} only shows`)
    return cancelled(world, shopper, { page, requisition })
  })
}

async function edited(world: World, { shopper, requisition, errand, run }: Reopening) {
  await run('cancel an edit', async () => {
    const page = await enter(world, shopper, { requisition, operation: 'edit' })
    return cancelled(world, shopper, { page, requisition })
  })
  return run(
    'edit',
    async () => {
      const page = await enter(world, shopper, { requisition, operation: 'edit' })
      assertShows(page.html, errand.product)
      const { fields } = await shopper.change(page, { product: errand.product, quantity: '3' })
      const changed = await world.coupa.person('emma').returnCart(fields, {
        browserFormPostUrl: formPostOf(world),
      })
      expectEqual(changed.number, requisition.number, 'The requisition that was changed')
      expectEqual(changed.lines.length, requisition.lines.length, 'Lines after the edit')
      const [before, after] = [requisition.lines[0], changed.lines[0]]
      expectEqual(after?.suppAuxPartNum, before?.suppAuxPartNum, 'Reference of the line')
      expectEqual(after?.description === before?.description, false, 'That the line is as it was')
      return changed
    },
    ({ number, total }) => ({ requisition: number, total }),
  )
}

/** By the buyer's own button, into the shop. */
async function enter(
  world: World,
  shopper: Shopper,
  wanted: { readonly requisition: RequisitionView; readonly operation: 'edit' | 'inspect' },
) {
  const trip = await world.coupa.person('emma').reopen(wanted.requisition.number, wanted.operation)
  return shopper.enter(trip.startPageUrl)
}

/** Status 204: the buyer's lines are as they were. */
async function cancelled(
  world: World,
  shopper: Shopper,
  {
    page,
    requisition,
  }: { readonly page: Parameters<Shopper['cancel']>[0]; readonly requisition: RequisitionView },
): Promise<RequisitionView> {
  const { fields } = await shopper.cancel(page)
  const emma = world.coupa.person('emma')
  const outcome = await emma.returnCart(fields, { browserFormPostUrl: formPostOf(world) }).then(
    () => 'a cart',
    (error: Error) => error.message,
  )
  expectEqual(outcome, 'The shopper came back without a cart', 'What a cancelled trip brought back')
  const after = world.coupa.requisition(requisition.number)
  expectEqual(JSON.stringify(after.lines), JSON.stringify(requisition.lines), 'Lines after a cancelled trip')
  return after
}

function formPostOf({ coupa }: World): string {
  const [site] = coupa.company.current.punchoutSites
  return `${coupa.url}${coupa.system.setup.browserFormPost}?id=${site?.id ?? 1}`
}

function assertShows(html: string, words: string): void {
  const text = readText(html)
  if (!text.includes(words))
    throw new StepFailedError(`The shop does not show "${words}": ${text.slice(0, 300)}`)
}
