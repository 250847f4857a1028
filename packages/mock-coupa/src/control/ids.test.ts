import { describe, expect, it } from 'vitest'
import { coupaEnvelope, isSameSecret, timestampWithOffset } from './ids.js'

describe('an envelope', () => {
  it('has the seconds, a fraction and the host, and a timestamp with an offset', () => {
    const by = { utcOffset: '-08:00', host: 'acme.example', randomBytes: () => new Uint8Array([0, 0, 0, 7]) }
    expect(coupaEnvelope(new Date('2026-03-02T01:02:03.045Z'), by)).toEqual({
      payloadID: '1772413323.045000007@acme.example',
      timestamp: '2026-03-01T17:02:03-08:00',
    })
  })

  it.each([
    ['+05:30', '2026-03-02T06:32:03+05:30'],
    ['+00:00', '2026-03-02T01:02:03+00:00'],
    ['-03:30', '2026-03-01T21:32:03-03:30'],
  ])('tells the same moment at %s', (offset, text) => {
    const at = new Date('2026-03-02T01:02:03Z')
    expect(timestampWithOffset(at, offset)).toBe(text)
    expect(new Date(text).getTime()).toBe(at.getTime())
  })
})

describe('comparing secrets', () => {
  it('knows the same from the other, whatever their lengths', () => {
    expect(isSameSecret('a', 'a')).toBe(true)
    expect(isSameSecret('a', 'b')).toBe(false)
    expect(isSameSecret('', 'a')).toBe(false)
    expect(isSameSecret('aa', 'a')).toBe(false)
  })
})
