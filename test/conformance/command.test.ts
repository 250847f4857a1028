import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../support/root.js'

const cli = join(root, 'packages/sdk/dist/cli.js')
const response =
  '<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd"><cXML payloadID="1@a" timestamp="2026-01-15T10:00:00+00:00"><Response><Status code="200" text="OK"/></Response></cXML>'

describe('the command, compiled, as a process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'punchloop-command-'))

  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'packages/sdk'], {
      cwd: root,
    })
    writeFileSync(join(folder, 'response.xml'), response)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const run = (
    words: readonly string[],
    options: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
  ) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, npm_lifecycle_event: '', ...options.env },
      ...(options.input === undefined ? {} : { input: options.input }),
    })
    return { status, stdout, stderr }
  }

  it('reads a file beside it, and says nothing but JSON', () => {
    const { status, stdout, stderr } = run(['validate', 'response.xml'])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, problems: [] })
  })

  it('reads standard input', () => {
    const { status, stdout } = run(['parse', '-'], { input: response })
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'Response', response: { status: { code: '200' } } })
  })

  it('takes paths from where the package script was called', () => {
    const env = { npm_lifecycle_event: 'cxml', INIT_CWD: folder }
    const { status } = spawnSync(process.execPath, [cli, 'validate', 'response.xml'], {
      cwd: root,
      env: { ...process.env, ...env },
    })
    expect(status).toBe(0)
  })

  it('exits with 1 for what is invalid and with 2 for what is not there', () => {
    expect(run(['validate', '-'], { input: response.replace(' text="OK"', '') }).status).toBe(1)
    expect(run(['validate', 'nothing.xml']).status).toBe(2)
    expect(run(['validate', folder]).status).toBe(2)
    expect(run(['validate']).status).toBe(2)
  })

  it('does not mind a reader that goes away', () => {
    const large = response.replace('</Response>', `${'<Nonsense/>'.repeat(5000)}</Response>`)
    writeFileSync(join(folder, 'large.xml'), large)
    const { status, stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${cli}" validate large.xml | head -1`],
      { cwd: folder, encoding: 'utf8' },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
