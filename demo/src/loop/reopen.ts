import type { Person, RequisitionView } from '@punchloop/mock-coupa'
import type { Page } from '../browser.js'
import type { Operation } from '../buyers.js'
import { readText } from '../html.js'
import type { World } from '../world.js'
import type { Errand } from './errand.js'
import type { Shopper } from './shopper.js'
import { expectEqual, expectPresent, StepFailedError, type Steps } from './step.js'

interface Reopening {
  readonly emma: Person
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
  if (operation === 'source') return quoted(reopening)
  return edited(world, reopening)
}

async function inspected(world: World, reopening: Reopening) {
  const { shopper, errand, run } = reopening
  return run('inspect', async () => {
    const page = await enter(reopening, 'inspect')
    assertShows(page.html, errand.product)
    const link = page.links.find(({ text }) => text === `Look at ${errand.product}`)
    const { href } = expectPresent(link, `${page.url} has no link to look at "${errand.product}"`)
    const product = await shopper.open(new URL(href, page.url).href)
    const isReadOnly = product.forms.every(({ buttons }) => !buttons.includes('Request approval'))
    expectEqual(isReadOnly, true, `That ${product.url} only shows`)
    return cancelled(world, reopening, page)
  })
}

async function edited(world: World, reopening: Reopening) {
  const { emma, shopper, requisition, errand, run } = reopening
  await run('cancel an edit', async () => cancelled(world, reopening, await enter(reopening, 'edit')))
  return run(
    'edit',
    async () => {
      const page = await enter(reopening, 'edit')
      assertShows(page.html, errand.product)
      const { fields } = await shopper.change(page, { product: errand.product, quantity: '3' })
      const changed = await emma.returnCart(fields)
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

/** The shop's own quote takes the place of the lines. */
async function quoted(reopening: Reopening) {
  const { emma, shopper, requisition, errand, run } = reopening
  return run(
    'source',
    async () => {
      const page = await enter(reopening, 'source')
      assertShows(page.html, errand.product)
      const { fields } = await shopper.quote(page)
      const after = await emma.returnCart(fields)
      expectEqual(after.number, requisition.number, 'The requisition that was quoted')
      const references = (lines: RequisitionView['lines']) =>
        JSON.stringify(lines.map(({ suppAuxPartNum }) => suppAuxPartNum))
      expectEqual(references(after.lines), references(requisition.lines), 'References of the lines')
      return after
    },
    ({ number, total }) => ({ requisition: number, total }),
  )
}

/** By the buyer's own button, into the shop. */
async function enter({ emma, shopper, requisition }: Reopening, operation: Exclude<Operation, 'create'>) {
  const trip = await emma.reopen(requisition.number, operation)
  return shopper.enter(trip)
}

/** Status 204: the buyer's lines are as they were. */
async function cancelled(world: World, { emma, shopper, requisition }: Reopening, page: Page) {
  const { fields } = await shopper.cancel(page)
  const outcome = await emma.returnCart(fields).then(
    () => 'a cart',
    (error: Error) => error.message,
  )
  expectEqual(outcome, 'The shopper came back without a cart', 'What a cancelled trip brought back')
  const after = world.coupa.requisition(requisition.number)
  expectEqual(JSON.stringify(after.lines), JSON.stringify(requisition.lines), 'Lines after a cancelled trip')
  return after
}

function assertShows(html: string, words: string): void {
  const text = readText(html)
  if (!text.includes(words))
    throw new StepFailedError(`The shop does not show "${words}": ${text.slice(0, 300)}`)
}
