import { Agent, request } from 'node:http'

export interface Storm {
  /** Where the orders are taken. */
  readonly ports: readonly number[]
  /** The documents, each as it is sent every time. */
  readonly documents: readonly string[]
  /** How often each is sent. */
  readonly times: number
  /** So many at once. */
  readonly connections: number
  /** 0 to 1, of the order of the deliveries. */
  readonly random: () => number
}

export interface Delivered {
  readonly deliveries: number
  readonly seconds: number
  /** What each document was answered, without repetition. */
  readonly answers: readonly ReadonlySet<string>[]
  /** HTTP codes of 500 and more, and connections that broke. */
  readonly failures: readonly string[]
}

/** Sends every document many times, in any order, to whichever process. */
export async function deliverAll({
  ports,
  documents,
  times,
  connections,
  random,
}: Storm): Promise<Delivered> {
  const waiting = shuffled(
    Array.from({ length: documents.length * times }, (_, index) => index % documents.length),
    random,
  )
  const answers = documents.map(() => new Set<string>())
  const failures: string[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const start = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      const port = ports[connection % ports.length] ?? 0
      for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
        const { code, body } = await post(agent, port, documents[index] ?? '')
        if (code >= 500) failures.push(`${code} ${body}`)
        else answers[index]?.add(body)
      }
    }),
  )
  const seconds = (performance.now() - start) / 1000
  agent.destroy()
  return { deliveries: documents.length * times, seconds, answers, failures }
}

function shuffled(values: number[], random: () => number): number[] {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    ;[values[last], values[other]] = [values[other] ?? 0, values[last] ?? 0]
  }
  return values
}

/** A connection that breaks counts as 599. */
function post(
  agent: Agent,
  port: number,
  xml: string,
): Promise<{ readonly code: number; readonly body: string }> {
  return new Promise(resolve => {
    const options = { agent, port, host: '127.0.0.1', path: '/punchloop/cxml', method: 'POST' }
    const sent = request({ ...options, headers: { 'Content-Type': 'text/xml' } }, response => {
      const chunks: Buffer[] = []
      response.on('data', chunk => chunks.push(chunk))
      response.once('end', () =>
        resolve({ code: response.statusCode ?? 599, body: Buffer.concat(chunks).toString() }),
      )
    })
    sent.once('error', error => resolve({ code: 599, body: error.message })).end(xml)
  })
}
