import { describe, expect, it } from 'vitest'
import { envelope } from './envelope.js'
import { formatTimestamp } from './values/timestamp.js'

describe('envelope', () => {
  it('gives a payloadID of time, random digits and host, and a timestamp with an offset in digits', () => {
    const made = envelope({
      clock: () => new Date('2026-01-15T10:00:00.987Z'),
      randomBytes: length => new Uint8Array(length).fill(1),
      host: 'market.example',
    })
    expect(made).toEqual({
      payloadID: '1768471200.72340172838076673@market.example',
      timestamp: '2026-01-15T10:00:00+00:00',
    })
  })

  it('gives another payloadID for other random bytes', () => {
    let byte = 0
    const options = {
      clock: () => new Date(0),
      randomBytes: (length: number) => new Uint8Array(length).fill(byte++),
      host: 'x',
    }
    expect(envelope(options).payloadID).not.toBe(envelope(options).payloadID)
  })
})

describe('formatTimestamp', () => {
  it('never writes Z', () => {
    expect(formatTimestamp(new Date('2026-06-02T23:59:59Z'))).toBe('2026-06-02T23:59:59+00:00')
  })
})
