import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setupRequest } from '../documents.js'
import type { Figure } from '../figures.js'
import { ratiosOf } from '../measure.js'

/** Browsers' worth of connections that ask at the same time. */
const connections = 32

/** Setup requests with their durable sessions over Koa, beside POSTs to an empty one, by the clock. */
export async function timeSetupRequests(rounds: number, perRound: number): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'punchloop-bench-'))
  const program = new URL('./setup-server.js', import.meta.url)
  const server = fork(program, [join(folder, 'sessions.sqlite')], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  try {
    const [port] = server.stdout === null ? ['0'] : await once(server.stdout, 'data')
    const ask = (path: string, body: string) => post(agent, Number(port), path, body)
    const setups: number[] = []
    const empty: number[] = []
    for (let round = 0; round <= rounds; round++) {
      const bodies = Array.from({ length: perRound }, (_, index) => setupOf(round * perRound + index))
      const perSecond = {
        setup: await perSecondOf(bodies, body => ask('/punchloop/cxml', body)),
        empty: await perSecondOf(bodies, body => ask('/empty', body)),
      }
      if (round === 0) continue
      setups.push(perSecond.setup)
      empty.push(perSecond.empty)
    }
    return [
      {
        work: 'a setup request with its session, over Koa',
        values: setups,
        unit: 'perSecond',
        goal: { is: '≥', than: 1500 },
      },
      { work: '  an empty POST over Koa', values: empty, unit: 'perSecond' },
      { work: '  of that', values: ratiosOf(setups, empty), unit: 'share', goal: { is: '≥', than: 0.3 } },
    ]
  } finally {
    agent.destroy()
    server.kill()
    rmSync(folder, { recursive: true })
  }
}

function setupOf(number: number): string {
  return setupRequest().replace(/payloadID="[^"]*"/, `payloadID="${number}@acme.example"`)
}

async function perSecondOf(bodies: readonly string[], ask: (body: string) => Promise<void>): Promise<number> {
  const waiting = [...bodies]
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) await ask(body)
    }),
  )
  return (bodies.length * 1000) / (performance.now() - start)
}

function post(agent: Agent, port: number, path: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      port,
      path,
      host: '127.0.0.1',
      method: 'POST',
      headers: { 'Content-Type': 'text/xml' },
    }
    const sent = request(options, response => {
      if ((response.statusCode ?? 500) >= 300) reject(new Error(`HTTP ${response.statusCode} from ${path}`))
      response.resume().once('end', resolve)
    })
    sent.once('error', reject).end(body)
  })
}
