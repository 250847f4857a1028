import { describe, expect, it } from 'vitest'
import { assertBrowserFormPost } from './browser-form-post.js'

const production = {
  origins: ['https://buyer.example', 'https://b.example:8443'],
  allowInsecureOrigins: false,
}
const laptop = { origins: ['http://localhost:4000'], allowInsecureOrigins: true }

describe('assertBrowserFormPost', () => {
  it.each([
    'https://buyer.example/',
    'https://buyer.example/punchout/checkout?id=4&x=%3C',
    'https://BUYER.example/r',
    'https://b.example:8443/r',
  ])('takes %s', url => {
    expect(assertBrowserFormPost(url, production)).toBe(new URL(url).href)
  })

  it.each([
    [undefined, 'is missing'],
    ['', 'is missing'],
    ['JaVaScRiPt:alert(1)', 'must be an https URL'],
    ['data:text/html,x', 'must be an https URL'],
    ['blob:https://buyer.example/b', 'must be an https URL'],
    ['http://buyer.example/', 'must be an https URL'],
    ['/cart', 'is not an absolute URL'],
    ['//buyer.example/p', 'is not an absolute URL'],
    ['https:\\\\buyer.example', 'contains a backslash'],
    ['https://buyer.example@evil.example/', 'must not carry a user name'],
    ['https://u:p@buyer.example/', 'must not carry a user name'],
    ['https://evil.example/', 'has the origin https://evil.example, which is not registered'],
    ['https://buyer.example.evil.example/', 'is not registered'],
    ['https://evilbuyer.example/', 'is not registered'],
    ['https://buуer.example/', 'is not registered'],
    ['https://buyer.example:444/', 'is not registered'],
    ['https://localhost/', 'must not name a loopback host'],
    ['https://127.1/', 'must not name a loopback host'],
    ['https://[::1]/', 'must not name a loopback host'],
    ['https://buyer.example/\r\nSet-Cookie:x', 'contains a control character'],
    ['https://buy\ner.example/', 'contains a control character'],
    ['https://buyer.example/\u009b', 'contains a control character'],
    [`https://buyer.example/${'a'.repeat(2000)}`, 'is longer than 2000 characters'],
  ])('refuses %j', (url, problem) => {
    expect(() => assertBrowserFormPost(url, production)).toThrow(
      expect.objectContaining({
        code: 'ERR_CXML_FIELD_INVALID',
        message: expect.stringContaining(`BrowserFormPost/URL`),
      }),
    )
    expect(() => assertBrowserFormPost(url, production)).toThrow(problem)
  })

  it('takes http and loopback hosts on a laptop, where they are registered', () => {
    expect(assertBrowserFormPost('http://localhost:4000/back', laptop)).toBe('http://localhost:4000/back')
    expect(() => assertBrowserFormPost('http://localhost:4001/back', laptop)).toThrow('is not registered')
    expect(() => assertBrowserFormPost('javascript:alert(1)', laptop)).toThrow('must be an https URL')
  })
})
