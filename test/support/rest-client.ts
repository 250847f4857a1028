import type { MockCoupa } from '@punchloop/mock-coupa'

/** What a program sends to the REST API, and what it is answered. */
export interface RestAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a stranger's JSON, which each test looks into
  readonly json: any
}

export interface RestClient {
  json(method: string, path: string, body?: unknown): Promise<RestAnswer>
  xml(method: string, path: string, body?: string): Promise<RestAnswer>
}

export const seededClient = {
  client_id: 'northwind-integration',
  client_secret: 'open-sesame-northwind',
} as const

export async function requestToken(
  coupa: Pick<MockCoupa, 'url'>,
  form: Readonly<Record<string, string>>,
): Promise<RestAnswer> {
  const response = await fetch(`${coupa.url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
  })
  return answerOf(response)
}

/** A client of the seeded company; without scopes it gets all of its own. */
export async function restClient(coupa: Pick<MockCoupa, 'url'>, scope = ''): Promise<RestClient> {
  const { json } = await requestToken(coupa, { ...seededClient, ...(scope === '' ? {} : { scope }) })
  const send = async (type: 'json' | 'xml', method: string, path: string, body?: string) => {
    const response = await fetch(`${coupa.url}/api/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${json.access_token}`,
        accept: `application/${type}`,
        ...(body === undefined ? {} : { 'content-type': `application/${type}` }),
      },
      ...(body === undefined ? {} : { body }),
    })
    return answerOf(response)
  }
  return {
    json: (method, path, body) =>
      send('json', method, path, body === undefined ? undefined : JSON.stringify(body)),
    xml: (method, path, body) => send('xml', method, path, body),
  }
}

async function answerOf(response: Response): Promise<RestAnswer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
}
