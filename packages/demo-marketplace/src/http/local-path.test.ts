import { expect, it } from 'vitest'
import { localPath } from './local-path.js'

it.each(['/requests', '/products/x?plan=a&quantity=2', '/'])('%s leads there', path => {
  expect(localPath(path)).toBe(path)
})

it.each([
  '//evil.example',
  '/.//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '',
  undefined,
])('%j leads to the front page', path => {
  expect(localPath(path)).toBe('/')
})
