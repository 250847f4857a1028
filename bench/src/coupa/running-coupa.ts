import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startMockCoupa } from '@punchloop/mock-coupa'
import { apiSecret, settings } from './coupa-settings.js'
import { fillRequisitions } from './fill-requisitions.js'

/** A mock with its data on disk, and a client that keeps its connections. */
export interface RunningCoupa {
  /** Asks for JSON, unless `accept` says otherwise. */
  send(
    method: 'GET' | 'POST',
    path: string,
    more?: { readonly body?: string; readonly accept?: string },
  ): Promise<void>
  close(): Promise<void>
}

/** In a process of its own: what the client costs is not taken from it. */
export async function startFilledCoupa(requisitions: number): Promise<RunningCoupa> {
  const dataDir = mkdtempSync(join(tmpdir(), 'punchloop-bench-'))
  if (requisitions > 0) {
    await (await startMockCoupa({ ...settings, dataDir })).close()
    fillRequisitions(join(dataDir, 'coupa.sqlite'), requisitions)
  }
  const server = fork(fileURLToPath(new URL('./coupa-server.js', import.meta.url)), [dataDir])
  const [url] = (await once(server, 'message')) as [string]
  const agent = new Agent({ keepAlive: true, maxSockets: 16 })
  const token = await requestToken(url)
  return {
    send: (method, path, more) => send(`${url}/api/${path}`, { method, agent, token, ...more }),
    async close() {
      agent.destroy()
      const ended = once(server, 'exit')
      server.send('stop')
      await ended
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function requestToken(url: string): Promise<string> {
  const response = await fetch(`${url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'northwind-integration',
      client_secret: apiSecret,
    }),
  })
  const { access_token } = (await response.json()) as { readonly access_token: string }
  return access_token
}

function send(
  url: string,
  by: {
    readonly method: string
    readonly agent: Agent
    readonly token: string
    readonly body?: string
    readonly accept?: string
  },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: by.method,
        agent: by.agent,
        headers: {
          authorization: `Bearer ${by.token}`,
          accept: by.accept ?? 'application/json',
          ...(by.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
      },
      response => {
        response.resume()
        response.on('error', reject)
        response.on('end', () => {
          const { statusCode = 0 } = response
          if (statusCode < 300) resolve()
          else reject(new Error(`${by.method} ${url} was answered ${statusCode}`))
        })
      },
    )
    sent.on('error', reject)
    sent.end(by.body)
  })
}
