import { describe, expect, it } from 'vitest'
import { draftEnvelope } from '../../../test/draft-envelope.js'
import type { CxmlDraft, MessageDocument, RequestDocument } from '../document.js'
import { parseCxml } from '../parse-cxml.js'
import { serializeCxml } from '../serialize-cxml.js'
import { validateCxml } from '../validation/validate-cxml.js'

const usd = (amount: string) => ({ money: { currency: 'USD', amount } })
const { header, ...envelope } = draftEnvelope('supplier', 'cart')
const browserHeader = {
  ...header,
  sender: { ...header.sender, credentials: header.from.credentials },
}

const itemIn = {
  quantity: '1',
  itemID: { supplierPartID: 'P-1', supplierPartAuxiliaryID: 'cart-9' },
  itemDetail: {
    unitPrice: usd('12.50'),
    descriptions: [{ xmlLang: 'en', value: 'Filter' }],
    unitOfMeasure: 'EA',
    classifications: [{ domain: 'UNSPSC', value: '40161505' }],
  },
}

describe('a PunchOutOrderMessage', () => {
  const carts: Record<string, CxmlDraft> = {
    'the user left': {
      ...envelope,
      header: browserHeader,
      kind: 'PunchOutOrderMessage',
      message: {
        status: { code: '204', text: 'No Content', value: '' },
        punchOutOrderMessage: {
          buyerCookie: 'c1',
          punchOutOrderMessageHeader: { operationAllowed: 'edit', total: usd('0') },
        },
      },
    },
    'a cart to look at later': {
      ...envelope,
      header: browserHeader,
      kind: 'PunchOutOrderMessage',
      message: {
        punchOutOrderMessage: {
          buyerCookie: 'c1',
          punchOutOrderMessageHeader: { operationAllowed: 'inspect', total: usd('12.50') },
          itemIns: [itemIn],
        },
      },
    },
    'a quote that is not given yet': {
      ...envelope,
      header: browserHeader,
      kind: 'PunchOutOrderMessage',
      message: {
        punchOutOrderMessage: {
          buyerCookie: 'c1',
          punchOutOrderMessageHeader: {
            operationAllowed: 'edit',
            quoteStatus: 'pending',
            sourcingStatus: { action: 'approve', xmlLang: 'en', value: 'We are calculating' },
            total: usd('0'),
            supplierOrderInfo: { orderID: 'SO-1' },
          },
          itemIns: [itemIn],
        },
      },
    },
  }

  it.each(Object.entries(carts))('is valid and comes back: %s', (_name, draft) => {
    const xml = serializeCxml(draft)
    expect(validateCxml(xml).problems.filter(({ severity }) => severity === 'error')).toEqual([])
    const read = parseCxml(xml)
    expect(read.warnings).toEqual([])
    expect(read).toMatchObject(draft)
  })

  it('tells who left from who emptied the cart', () => {
    const read = (draft: CxmlDraft | undefined) => {
      if (draft === undefined) throw new Error('no draft')
      return parseCxml(serializeCxml(draft)) as MessageDocument<'PunchOutOrderMessage'>
    }
    const left = read(carts['the user left'])
    expect(left.message.status?.code).toBe('204')
    expect(left.message.punchOutOrderMessage.itemIns).toEqual([])
    expect(read(carts['a cart to look at later']).message.status).toBeUndefined()
  })

  it.each([
    ['operationAllowed="edit"', 'operationAllowed="delete"', '/@operationAllowed'],
    ['quoteStatus="pending"', 'quoteStatus="maybe"', '/@quoteStatus'],
  ])('cannot be read with %s as %s', (right, wrong, path) => {
    const xml = serializeCxml(carts['a quote that is not given yet'] as CxmlDraft)
    expect(xml).toContain(right)
    expect(() => parseCxml(xml.replace(right, wrong))).toThrow(path)
  })
})

describe('a PunchOutSetupRequest', () => {
  const setup = (
    punchOutSetupRequest: Extract<
      CxmlDraft,
      { kind: 'PunchOutSetupRequest' }
    >['request']['punchOutSetupRequest'],
  ): CxmlDraft => ({
    ...draftEnvelope('buyer', 'setup'),
    kind: 'PunchOutSetupRequest',
    request: { punchOutSetupRequest },
  })
  const browserFormPost = { url: 'https://buyer.example/checkout?id=7' }

  it.each([
    ['create', setup({ operation: 'create', buyerCookie: 'c1', browserFormPost })],
    [
      'create at one product',
      setup({
        operation: 'create',
        buyerCookie: 'c1',
        browserFormPost,
        selectedItems: [{ itemID: { supplierPartID: 'P-1' } }],
      }),
    ],
    ['source', setup({ operation: 'source', buyerCookie: 'c1', browserFormPost })],
    [
      'edit',
      setup({
        operation: 'edit',
        buyerCookie: 'c2',
        browserFormPost,
        itemOuts: [{ quantity: '1', itemID: itemIn.itemID }],
      }),
    ],
  ])('is valid and comes back: %s', (_name, draft) => {
    const xml = serializeCxml(draft)
    expect(validateCxml(xml).problems).toEqual([])
    const { warnings, ...read } = parseCxml(xml) as RequestDocument<'PunchOutSetupRequest'>
    expect(warnings).toEqual([])
    expect(read).toMatchObject(draft)
  })

  it('cannot be read with an operation that the standard does not have', () => {
    const xml = serializeCxml(setup({ operation: 'source', buyerCookie: 'c1' }))
    expect(() => parseCxml(xml.replace('"source"', '"delete"'))).toThrow('/@operation')
  })
})
