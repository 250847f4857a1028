import { describe, expect, it } from 'vitest'
import { request, run } from '../../test/command-line.js'

describe('cxml diff', () => {
  const other = request
    .replace('payloadID="1@test.example"', 'payloadID="2@test.example"')
    .replace('>Test 1.0<', '>Test 2.0<')
    .replace('marker-secret', 'other-secret')

  it('prints what differs as JSON, no secret among it, and exits with 1', async () => {
    const { code, stdout, stderr } = await run('diff order.xml other.xml', { other })
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).not.toMatch(/marker-secret|other-secret/)
    expect(JSON.parse(stdout)).toMatchObject({
      same: false,
      differences: [
        { kind: 'changed', left: { path: expect.stringMatching(/SharedSecret$/), line: 7 } },
        { kind: 'changed', left: { value: 'Test 1.0' }, right: { value: 'Test 2.0' } },
      ],
    })
  })

  it('exits with 0 where both mean the same', async () => {
    const same = request
      .replace('payloadID="1@test.example" ', '')
      .replace('+00:00">', '+00:00" payloadID="2@test.example">')
    expect(await run('diff order.xml other.xml', { other: same, isTerminal: true })).toEqual({
      code: 0,
      stdout: 'order.xml and other.xml mean the same.\n',
      stderr: '',
    })
  })

  it('shows people both places', async () => {
    const { stdout } = await run('diff order.xml -', { file: request, isTerminal: true })
    expect(stdout).toBe('order.xml and Standard input mean the same.\n')
    const shown = await run('diff order.xml other.xml', { other, isTerminal: true })
    expect(shown.stdout).not.toMatch(/marker-secret|other-secret/)
    expect(shown.stdout).toContain('- Test 1.0\n  order.xml, line 7, column 116\n')
    expect(shown.stdout).toContain('+ Test 2.0\n')
    expect(shown.stdout).toMatch(/order\.xml and other\.xml differ: 2 differences\.\n$/)
  })

  it('exits with 2 and says of which of the two it is that nothing can be compared', async () => {
    const { code, stdout, stderr } = await run('diff order.xml other.xml', { other: '<cXML>' })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^error other\.xml, line 1, column \d+ The document is not well-formed/)
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'ERR_CXML_SYNTAX', message: expect.stringMatching(/^other\.xml: /), line: 1 },
    })
  })
})
