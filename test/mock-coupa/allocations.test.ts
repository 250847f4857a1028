import { multiplyDecimals, roundDecimal } from '@punchloop/sdk/cxml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ordering, startOrdering } from '../support/ordering.js'
import { type RestClient, restClient } from '../support/rest-client.js'
import { readText, signIn } from '../support/visitor.js'

let world: Ordering
let api: RestClient
let accounts: readonly string[]

beforeAll(async () => {
  world = await startOrdering(({ company }) => {
    company.accounts.push(
      { name: 'Laboratory', segments: [{ type: 'Organization', id: 'LAB', description: 'Laboratory' }] },
      { name: 'Field', segments: [{ type: 'Organization', id: 'FLD', description: 'Field' }] },
    )
  })
  api = await restClient(world.coupa)
  accounts = [...world.coupa.company.current.accounts.map(({ name }) => name)]
})
afterAll(() => world.close())

const split = (...shares: readonly (readonly [string, 'pct' | 'amount', string])[]) =>
  shares.map(([name, kind, value]) => ({ account: { name }, [kind]: value }))

/** A requisition of Emma's own with one line of the fake supplier. */
const requested = async (line: Readonly<Record<string, unknown>>, status = 201) => {
  const answer = await api.json('POST', 'requisitions', {
    requester: { login: 'emma' },
    'requisition-lines': [
      {
        description: 'Bench',
        'source-part-num': 'B-1',
        supplier: { id: 1 },
        quantity: '1',
        'unit-price': '100',
        ...line,
      },
    ],
  })
  expect(answer).toMatchObject({ status })
  return answer.json
}

describe('a line that is charged to several accounts', () => {
  it('has shares that come to its total, whatever rounding leaves', async () => {
    const { 'requisition-lines': lines } = await requested({
      'account-allocations': split(
        ['Laboratory', 'pct', '33.3333'],
        ['Field', 'pct', '33.3333'],
        [accounts[0] ?? '', 'pct', '33.3334'],
      ),
    })
    expect(lines[0]).toMatchObject({ total: '100.00' })
    expect(lines[0]).not.toHaveProperty('account')
    expect(lines[0]['account-allocations']).toMatchObject([
      { amount: '33.33', pct: '33.3333', account: { name: 'Laboratory' } },
      { amount: '33.33', pct: '33.3333', account: { name: 'Field' } },
      { amount: '33.34', pct: '33.3334', account: { name: accounts[0] } },
    ])
  })

  it.each([
    [
      'percentages that do not come to 100',
      split(['Laboratory', 'pct', '60'], ['Field', 'pct', '30']),
      'Account allocations must total 100%; they come to 90%',
    ],
    [
      'amounts that do not come to the total',
      split(['Laboratory', 'amount', '60'], ['Field', 'amount', '39.99']),
      'Account allocations must total the line total of 100; they come to 99.99',
    ],
    [
      'an amount below 0',
      split(['Laboratory', 'amount', '101'], ['Field', 'amount', '-1']),
      'Amount of an allocation must be greater than or equal to 0',
    ],
    [
      'neither amount nor percentage',
      [{ account: { name: 'Field' } }],
      "Amount of an allocation can't be blank",
    ],
    ['no account', [{ pct: '100' }], "Account of an allocation can't be blank"],
  ])('is refused with %s', async (_what, shares, message) => {
    const { errors } = await requested({ 'account-allocations': shares }, 400)
    expect(Object.values(errors)).toEqual([[message]])
  })

  it('is divided anew as its total changes, until it is charged to one account again', async () => {
    const { id, 'requisition-lines': lines } = await requested({
      'account-allocations': split(['Laboratory', 'amount', '25'], ['Field', 'amount', '75']),
    })
    const put = async (line: Readonly<Record<string, unknown>>) => {
      const { json } = await api.json('PUT', `requisitions/${id}`, {
        'requisition-lines': [{ id: lines[0].id, ...line }],
      })
      return json['requisition-lines'][0]
    }
    expect((await put({ quantity: '3' }))['account-allocations']).toMatchObject([
      { amount: '75.00', pct: '25.0' },
      { amount: '225.00', pct: '75.0' },
    ])
    expect(await put({ account: { name: 'Field' } })).toMatchObject({
      account: { name: 'Field' },
      'account-allocations': [],
    })
  })

  it('is found by an account that it is charged to', async () => {
    const { id } = await requested({
      'account-allocations': split(['Laboratory', 'pct', '1'], ['Field', 'pct', '99']),
    })
    const query =
      'requisitions?requisition-lines[account-allocations][account][name]=Laboratory&fields=["id"]'
    expect((await api.json('GET', `${query}&order_by=id&dir=desc&limit=1`)).json).toEqual([{ id }])
  })

  it('keeps its shares in the order, its document and a change', async () => {
    const { id } = await requested({
      quantity: '3',
      'account-allocations': split(['Laboratory', 'pct', '25'], ['Field', 'pct', '75']),
    })
    await world.coupa.application.submit('emma', { requisition: id })
    await world.coupa.person('mark').approve(id)
    const order = await world.coupa.waitForOrder({ requisition: id })
    const shares = async () =>
      (await api.json('GET', `purchase_orders/${order.number}`)).json['order-lines'][0]
    expect(await shares()).toMatchObject({
      'account-allocations': [
        { amount: '75.00', account: { name: 'Laboratory' } },
        { amount: '225.00', account: { name: 'Field' } },
      ],
    })
    const document = () => world.coupa.documents({ kind: 'OrderRequest' }).at(-1)?.request.document
    expect(document()).toMatchObject({
      request: {
        orderRequest: {
          itemOuts: [
            {
              distributions: [
                { accounting: { name: 'Laboratory' }, charge: { money: { amount: '75.0' } } },
                { accounting: { name: 'Field' }, charge: { money: { amount: '225.0' } } },
              ],
            },
          ],
        },
      },
    })

    const change = await api.json('POST', 'purchase_order_changes', {
      'order-header-id': order.id,
      'order-line-changes': [
        {
          'order-line-id': order.lines[0]?.id,
          'account-allocations': split(['Laboratory', 'amount', '100'], ['Field', 'amount', '200']),
        },
      ],
    })
    expect(change.json['order-line-changes'][0]['account-allocations']).toMatchObject([
      { amount: '100.00' },
      { amount: '200.00' },
    ])
    await api.json('PUT', `purchase_order_changes/${change.json.id}/submit_for_approval`)
    expect(await shares()).toMatchObject({
      'account-allocations': [
        { amount: '100.00', pct: '33.3333' },
        { amount: '200.00', pct: '66.6667' },
      ],
    })

    const refused = await api.json('PUT', `purchase_orders/${order.number}`, {
      'order-lines': [
        { id: order.lines[0]?.id, 'account-allocations': split(['Laboratory', 'amount', '1']) },
      ],
    })
    expect(refused.text).toContain('Account allocations must total the line total of 300')
  })
})

describe('the accounts of a line in the cart', () => {
  it('are split on a page, told why not where they do not come to the whole, and shown from then on', async () => {
    const emma = await signIn(world.coupa.url, 'emma')
    const cart = world.coupa.application.addItem('emma', { itemId: 1, quantity: '2' })
    const path = `/requisitions/${cart.number}/lines/1/accounts`
    expect((await emma.get('/cart')).html).toContain(`href="${path}"`)
    const wrong = {
      by: 'pct',
      'account-1': 'Laboratory',
      'share-1': '60',
      'account-2': 'Field',
      'share-2': '30',
    }
    const refused = await emma.post(path, wrong)
    expect(refused.status).toBe(422)
    expect(readText(refused.html)).toContain('Account allocations must total 100%; they come to 90%')
    expect(refused.html).toContain('value="30"')
    const saved = await emma.post(path, { ...wrong, 'share-2': '40', 'account-3': '', 'share-3': '' })
    expect(saved).toMatchObject({ status: 303 })
    const { total } = cart
    const shown = readText((await emma.get('/cart')).html)
    expect(shown).toContain('(60 %)')
    expect(shown).toContain('Change split')
    const [line] = world.coupa.application.requisition('emma', cart.number).lines
    expect(line?.allocations).toMatchObject([
      { account: 'Laboratory', amount: roundDecimal(multiplyDecimals(total, '0.6'), 2) },
      { account: 'Field', amount: multiplyDecimals(total, '0.4') },
    ])
    const mark = await signIn(world.coupa.url, 'mark')
    expect((await mark.post(path, { ...wrong, 'share-2': '40' })).status).toBe(404)
    await emma.post(path, { by: 'pct', 'account-1': '', 'share-1': '' })
    expect(world.coupa.application.requisition('emma', cart.number).lines[0]).not.toHaveProperty(
      'allocations',
    )
  })
})
