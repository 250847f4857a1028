import { describe, expect, it } from 'vitest'
import { isRetryable, isSuccess, statusText } from './status.js'

describe('Status codes', () => {
  it.each([
    [200, 'OK'],
    ['401', 'Unauthorized'],
    [450, 'Not Implemented'],
    [560, 'Temporary server error'],
  ])('%s is %s', (code, text) => {
    expect(statusText(code)).toBe(text)
  })

  it.each([
    [299, 'OK'],
    [418, 'Bad Request'],
    ['599', 'Internal Server Error'],
    ['abc', 'Unknown Status'],
  ])('%s, which the standard does not have, counts by its hundred: %s', (code, text) => {
    expect(statusText(code)).toBe(text)
  })

  it('say whether to send again: 5xx only', () => {
    expect([200, 400, 409, 499, 500, 550, 560, 599, 'x'].filter(isRetryable)).toEqual([500, 550, 560, 599])
  })

  it('say whether it was taken: 2xx only', () => {
    expect([100, 200, 201, '204', 299, 300, 500].filter(isSuccess)).toEqual([200, 201, '204', 299])
  })
})
