import { describe, expect, it } from 'vitest'
import { readFields } from './fields.js'

describe('fields of a form', () => {
  it('are trimmed texts', () => {
    const fields = readFields({ name: '  Emma ', empty: ' ' })
    expect(fields.text('name')).toBe('Emma')
    expect(fields.text('missing')).toBe('')
    expect(fields.optional('empty')).toBeUndefined()
  })

  it('that were sent twice are read once', () => {
    expect(readFields({ login: ['emma', 'ada'] }).text('login')).toBe('emma')
  })

  it('are lists where several lines or commas stand', () => {
    expect(readFields({ tags: 'a, b\n\n c ,' }).list('tags')).toEqual(['a', 'b', 'c'])
  })

  it.each([undefined, null, 'text', 7])('are all empty in a body that is %j', body => {
    expect(readFields(body).text('csrf')).toBe('')
  })

  it('that are not text are empty', () => {
    expect(readFields({ csrf: { nested: 'x' } }).text('csrf')).toBe('')
    expect(readFields({}).text('constructor')).toBe('')
  })
})
