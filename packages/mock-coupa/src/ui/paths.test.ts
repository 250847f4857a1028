import { describe, expect, it } from 'vitest'
import { orderPath, ownPath, personPath, tracePath, webUrl } from './paths.js'

describe('foreign URLs', () => {
  it.each(['https://shop.example/a?b=c', 'http://localhost:4020/logo.png'])('%s may be linked', url => {
    expect(webUrl(url)).toBe(url)
  })

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '/relative',
    '',
    undefined,
  ])('%j may not', url => {
    expect(webUrl(url)).toBeUndefined()
  })
})

describe('the way back after signing in', () => {
  it.each(['/', '/requisitions/1001', '/search?q=a+b'])('%s is followed', path => {
    expect(ownPath(path)).toBe(path)
  })

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '//evil.example/path',
    '/.//evil.example/',
    '/a/..//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example',
    'javascript:alert(1)',
    'evil',
    '',
    undefined,
  ])('%j leads home', path => {
    expect(ownPath(path)).toBe('/')
  })
})

describe('addresses of things', () => {
  it('hold any name', () => {
    expect(personPath('a/../b')).toBe('/setup/people/a%2F..%2Fb')
    expect(orderPath('6001')).toBe('/orders/6001')
    expect(tracePath('trip-4')).toBe('/trace/trip-4')
  })
})
