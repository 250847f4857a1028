import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type MockCoupa, startMockCoupa } from '@punchloop/mock-coupa'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seededClient } from '../support/rest-client.js'
import { root } from '../support/root.js'

const python = ['python3', 'python'].find(name => spawnSync(name, ['--version']).status === 0)
if (python === undefined) console.warn('No Python on this machine: the stranger’s client is skipped.')

const run = promisify(execFile)
const walked = [
  'token',
  'cart',
  'line',
  'address LAB',
  'comment',
  'submit',
  'approve',
  'order',
  'export',
  'questions',
  'change',
  'receipt',
  'invoice',
  'refusals',
]

describe.skipIf(python === undefined)('a client that knows only Coupa’s documentation (needs Python)', () => {
  let coupa: MockCoupa

  beforeAll(async () => {
    coupa = await startMockCoupa({ port: 0, apiRateLimit: { perSecond: 1_000, burst: 1_000 } })
  })
  afterAll(() => coupa.close())

  it.each(['json', 'xml'])('goes from token to paid invoice in %s', async form => {
    const script = join(root, 'test/stranger/client.py')
    const { client_id, client_secret } = seededClient
    const { stdout } = await run(python ?? '', [script, coupa.url, client_id, client_secret, form])
    expect(stdout.trim().split('\n')).toEqual(walked.map(step => `ok ${step}`))
  })
})
