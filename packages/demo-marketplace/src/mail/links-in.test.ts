import { expect, it } from 'vitest'
import { linksIn } from './links-in.js'

it('finds web addresses, each once, without the sentence around them', () => {
  const text = 'See https://a.example/x?y=1. Again (https://a.example/x?y=1), or http://b.example/!'
  expect(linksIn(text)).toEqual(['https://a.example/x?y=1', 'http://b.example/'])
})

it('takes nothing else for an address', () => {
  expect(linksIn('javascript:alert(1) data:text/html,x ftp://a.example https://')).toEqual([])
})
