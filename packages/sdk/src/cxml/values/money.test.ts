import { describe, expect, it } from 'vitest'
import { addMoney, compareMoney, type MoneyAmount, multiplyMoney, roundMoney } from './money.js'

const usd = (amount: string): MoneyAmount => ({ currency: 'USD', amount })
const eur = (amount: string): MoneyAmount => ({ currency: 'EUR', amount })

describe('money', () => {
  it('is added exactly, in one currency', () => {
    expect(addMoney(usd('0.10'), usd('0.20'), usd('19.99'))).toEqual(usd('20.29'))
    expect(addMoney(usd('1'))).toEqual(usd('1'))
  })

  it('is multiplied by a quantity', () => {
    expect(multiplyMoney(usd('19.99'), '2.5')).toEqual(usd('49.975'))
  })

  it('is compared by value', () => {
    expect(compareMoney(usd('10.0'), usd('10'))).toBe(0)
    expect(compareMoney(usd('9.99'), usd('10'))).toBe(-1)
  })

  it.each([
    ['added', () => addMoney(usd('1'), usd('2'), eur('3'))],
    ['compared', () => compareMoney(usd('1'), eur('1'))],
  ])('of two currencies is not %s', (_, attempt) => {
    expect(attempt).toThrow(
      expect.objectContaining({
        code: 'ERR_CXML_FIELD_INVALID',
        message: 'The amounts are in "USD" and "EUR"; expected one currency. Convert one of them first.',
      }),
    )
  })

  it('is rounded to the minor units of its currency, a half away from zero', () => {
    expect(roundMoney(usd('19.995'))).toEqual(usd('20.00'))
    expect(roundMoney(usd('-0.125'))).toEqual(usd('-0.13'))
    expect(roundMoney(usd('5'))).toEqual(usd('5.00'))
    expect(roundMoney({ currency: 'JPY', amount: '100.5' })).toEqual({ currency: 'JPY', amount: '101' })
    expect(roundMoney({ currency: 'KWD', amount: '1.0005' })).toEqual({ currency: 'KWD', amount: '1.001' })
  })

  it.each(['usd', 'XAU', 'Dollar', ''])('is not rounded where the currency is %j', currency => {
    expect(() => roundMoney({ currency, amount: '1' })).toThrow(
      expect.objectContaining({ code: 'ERR_CXML_FIELD_INVALID' }),
    )
  })
})
