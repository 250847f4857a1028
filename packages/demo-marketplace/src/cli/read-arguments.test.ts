import { describe, expect, it } from 'vitest'
import { helpText, readArguments, readHostAndPort, readPort } from './read-arguments.js'
import { readTradingPartners } from './read-trading-partners.js'

const flags = {
  port: { env: 'PORT', value: 'N', help: 'port', default: '4300' },
  data: { env: 'DATA_DIR', value: 'DIR', help: 'folder' },
}
const usage = (message: string | RegExp) =>
  expect.objectContaining({ code: 'ERR_USAGE', message: expect.stringMatching(message) })

describe('arguments', () => {
  it('come from the flag, else the environment, else the default', () => {
    expect(readArguments(flags, { args: ['--port', '1'], env: { PORT: '2' } })?.need('port')).toBe('1')
    expect(readArguments(flags, { args: [], env: { PORT: '2' } })?.need('port')).toBe('2')
    expect(readArguments(flags, { args: [], env: { PORT: '' } })?.need('port')).toBe('4300')
    expect(readArguments(flags, { args: [], env: {} })?.read('data')).toBeUndefined()
  })

  it('that are missing or unknown are said by name', () => {
    expect(() => readArguments(flags, { args: [], env: {} })?.need('data')).toThrow(
      usage('--data \\(or DATA_DIR\\) is missing'),
    )
    expect(() => readArguments(flags, { args: ['--prot', '1'], env: {} })).toThrow(usage('--prot'))
  })

  it('can be asked for', () => {
    expect(readArguments(flags, { args: ['--help'], env: {} })).toBeUndefined()
    expect(helpText('program', flags)).toContain('--port N')
  })

  it.each(['x', '-1', '65536', '80.5', ''])('refuse %j as a port', text => {
    expect(() => readPort(text, '--port')).toThrow(usage(`--port: found "${text}", expected a port number`))
  })

  it('read hosts with ports', () => {
    expect(readHostAndPort('mail.example:25', '--smtp')).toEqual({ host: 'mail.example', port: 25 })
    expect(readHostAndPort('[::1]:25', '--smtp')).toEqual({ host: '::1', port: 25 })
    expect(readHostAndPort('2525', '--smtp')).toEqual({ host: '127.0.0.1', port: 2525 })
    expect(() => readHostAndPort('mail.example', '--smtp')).toThrow(usage('expected host:port'))
  })

  it('say which file of trading partners cannot be used', () => {
    expect(() => readTradingPartners('no-such-file.json')).toThrow(
      usage('no-such-file.json cannot be read \\(ENOENT\\)'),
    )
    expect(readTradingPartners(undefined).buyers).toEqual([])
  })
})
