import { describe, expect, it } from 'vitest'
import { readFields } from './fields.js'

describe('fields of a form', () => {
  it('are trimmed texts', () => {
    const fields = readFields('name=++Emma+&empty=+')
    expect(fields.text('name')).toBe('Emma')
    expect(fields.text('missing')).toBe('')
    expect(fields.optional('empty')).toBeUndefined()
    expect(fields.isChecked('empty')).toBe(false)
  })

  it('that were sent twice are read once', () => {
    expect(readFields('login=emma&login=ada').text('login')).toBe('emma')
  })

  it('may have dots and brackets in their names', () => {
    const fields = readFields('openBuy.url=https%3A%2F%2Fshop.example&a%5Bb%5D=c')
    expect(fields.text('openBuy.url')).toBe('https://shop.example')
    expect(fields.text('a[b]')).toBe('c')
    expect(fields.text('a')).toBe('')
  })

  it('are lists where several lines or commas stand', () => {
    expect(readFields('tags=a%2C+b%0D%0A%0D%0A+c+%2C').list('tags')).toEqual(['a', 'b', 'c'])
  })

  it('are all empty in what is no form', () => {
    expect(readFields('').text('csrf')).toBe('')
    expect(readFields('{"csrf":"x"}').text('constructor')).toBe('')
  })
})
