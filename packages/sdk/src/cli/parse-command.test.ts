import { describe, expect, it } from 'vitest'
import { request, run } from '../../test/command-line.js'

describe('cxml parse', () => {
  it('prints the typed message', async () => {
    const { code, stdout, stderr } = await run('parse order.xml')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'ProfileRequest',
      payloadID: '1@test.example',
      header: { sender: { credentials: [{ sharedSecret: 'marker-secret' }], userAgent: 'Test 1.0' } },
      request: { deploymentMode: 'production', profileRequest: {} },
      warnings: [],
    })
  })

  it('prints a document of a kind without a type of its own as it stands', async () => {
    const file = request.replace(
      '<ProfileRequest/>',
      '<SalesOrderRequest><SalesOrderHeader salesOrderID="S1"><Comments xml:lang="en">a &amp; <![CDATA[b]]></Comments></SalesOrderHeader></SalesOrderRequest>',
    )
    expect(JSON.parse((await run('parse order.xml', { file })).stdout)).toMatchObject({
      kind: 'SalesOrderRequest',
      name: 'SalesOrderRequest',
      payload: {
        name: 'SalesOrderRequest',
        content: [
          {
            name: 'SalesOrderHeader',
            attributes: { salesOrderID: 'S1' },
            content: [{ name: 'Comments', attributes: { 'xml:lang': 'en' }, content: ['a & ', 'b'] }],
          },
        ],
      },
    })
  })

  it('prints what there is of a faulty document, and what is wrong', async () => {
    const file = request.replace(' payloadID="1@test.example"', '')
    const { code, stdout, stderr } = await run('parse order.xml', { file })
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'ProfileRequest',
      faults: [{ code: 'ERR_CXML_FIELD_MISSING', status: 400, line: 3, column: 1, path: '/cXML/@payloadID' }],
    })
    expect(stderr).toContain('payloadID')
  })

  it('prints only the error with --strict, and exits with 1', async () => {
    const file = request.replace(' payloadID="1@test.example"', '')
    const { code, stdout } = await run('parse --strict order.xml', { file })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'ERR_CXML_FIELD_MISSING', path: '/cXML/@payloadID' },
    })
  })

  it('exits with 1 where it is no cXML, and shows the place', async () => {
    const { code, stdout, stderr } = await run('parse order.xml', { file: '<cXML>\n <a></b>\n</cXML>' })
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'ERR_CXML_SYNTAX', status: 406, line: 2 } })
    expect(stderr).toMatch(
      /^error line 2, column \d+ The document is not well-formed XML: .*\n +2 │ <a><\/b>\n +│ {4}\^\n$/,
    )
    expect(await run('parse order.xml', { file: '<html/>' })).toMatchObject({ code: 1 })
  })

  it('exits with 2 where it cannot be read', async () => {
    const { code, stdout, stderr } = await run('parse nothing.xml')
    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'ERR_UNREADABLE', message: 'Cannot read nothing.xml: there is no such file.' },
    })
    expect(stderr).toBe('error Cannot read nothing.xml: there is no such file.\n')
  })

  it('writes errors once on a terminal', async () => {
    expect(await run('parse nothing.xml', { isTerminal: true })).toMatchObject({ code: 2, stdout: '' })
  })
})
