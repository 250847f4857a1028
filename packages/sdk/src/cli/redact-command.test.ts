import { describe, expect, it } from 'vitest'
import { request, run } from '../../test/command-line.js'

describe('cxml redact', () => {
  it('prints the document without its secret, otherwise letter by letter', async () => {
    expect(await run('redact order.xml')).toEqual({
      code: 0,
      stdout: request.replace('marker-secret', '********'),
      stderr: '',
    })
  })

  it('keeps the encoding in which it came', async () => {
    const file = Buffer.from(
      request.replace('UTF-8', 'ISO-8859-1').replace('Test 1.0', 'Münster 1.0'),
      'latin1',
    )
    expect((await run('redact order.xml', { file })).stdout).toBe(
      file.toString('latin1').replace('marker-secret', '********'),
    )
  })

  it('tells people what was taken out', async () => {
    const { stderr } = await run('redact order.xml', { isTerminal: true })
    expect(stderr).toBe('Taken out: 1 × SharedSecret. Look through it before you share it.\n')
  })

  it('says that of what is no whole document rather too much is taken out', async () => {
    const { code, stdout, stderr } = await run('redact order.xml', {
      file: request.slice(0, request.indexOf('secret</SharedSecret>')),
      isTerminal: true,
    })
    expect(code).toBe(0)
    expect(stdout).not.toContain('marker-')
    expect(stderr).toContain('It is no whole document (line 7)')
  })

  it('takes out personal data where it is asked to', async () => {
    const file = request.replace(
      '<ProfileRequest/>',
      '<PunchOutSetupRequest operation="create"><BuyerCookie>c</BuyerCookie><Contact><Name xml:lang="en">Eve Example</Name><Email>eve@buyer.example</Email></Contact></PunchOutSetupRequest>',
    )
    expect((await run('redact order.xml', { file })).stdout).toContain('eve@buyer.example')
    const { stdout } = await run('redact --personal order.xml', { file })
    expect(stdout).not.toMatch(/Eve|eve@/)
  })

  it('prints both as JSON when asked', async () => {
    const { stdout } = await run('redact --json order.xml', { isTerminal: true })
    expect(JSON.parse(stdout)).toEqual({
      document: request.replace('marker-secret', '********'),
      removed: { SharedSecret: 1 },
    })
  })

  it('exits with 2 where there is no such file', async () => {
    expect(await run('redact nothing.xml', { isTerminal: true })).toMatchObject({ code: 2, stdout: '' })
  })
})
