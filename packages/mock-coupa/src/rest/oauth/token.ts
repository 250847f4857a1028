import type { Context } from 'koa'
import type { ApiClient } from '../../company/company.js'
import { hashToken, isSameSecret, urlToken } from '../../control/ids.js'
import { readBody } from '../../cxml/read-body.js'
import { textOf } from '../../store/row.js'
import type { RestGround } from '../schema/call.js'
import { isScope, knownScopes, mayHave } from './scopes.js'

/** Seconds. Documented: a token of Coupa lives a day. */
export const tokenLifetime = 86_399

const largestForm = 64 * 1024

/** RFC 6749 §5.2. Unverified: the bodies of Coupa's refusals, which it does not document; real clients expect these. */
class Refusal extends Error {
  readonly status: number
  readonly error: string

  constructor(status: number, error: string, description: string) {
    super(description)
    this.status = status
    this.error = error
  }
}

/** `POST /oauth2/token`: client_id and client_secret in the form or as HTTP Basic, for real clients do both. */
export async function issueToken(ground: RestGround, ctx: Context): Promise<void> {
  ctx.set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' })
  ctx.type = 'json'
  try {
    const form = await readForm(ctx)
    const client = authenticate(ground, ctx, form)
    ctx.body = JSON.stringify(grant(ground, client, form))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    ctx.status = error.status
    if (error.status === 401) ctx.set('WWW-Authenticate', 'Basic realm="Coupa"')
    ctx.body = JSON.stringify({ error: error.error, error_description: error.message })
  }
}

async function readForm(ctx: Context): Promise<URLSearchParams> {
  const body = await readBody(ctx, largestForm)
  if (body === undefined) throw new Refusal(400, 'invalid_request', 'The form is too large')
  const text = new TextDecoder().decode(body)
  const form = ctx.is('json') ? fromJson(text) : new URLSearchParams(text)
  // What is no secret may stand in the address as well, where some clients put it.
  for (const name of ['grant_type', 'scope']) {
    const value = ctx.URL.searchParams.get(name)
    if (value !== null && !form.has(name)) form.set(name, value)
  }
  const grantType = form.get('grant_type')
  if (grantType === null) throw new Refusal(400, 'invalid_request', 'grant_type is missing')
  if (grantType !== 'client_credentials') {
    throw new Refusal(400, 'unsupported_grant_type', 'grant_type must be client_credentials')
  }
  return form
}

function fromJson(text: string): URLSearchParams {
  try {
    const value: unknown = JSON.parse(text)
    const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
    return new URLSearchParams(entries.map(([name, entry]): [string, string] => [name, String(entry)]))
  } catch {
    throw new Refusal(400, 'invalid_request', 'The body is neither a form nor JSON')
  }
}

function authenticate(ground: RestGround, ctx: Context, form: URLSearchParams): ApiClient {
  const { identifier, secret } = basicOf(ctx) ?? {
    identifier: form.get('client_id') ?? '',
    secret: form.get('client_secret') ?? '',
  }
  const client = (ground.companyFile.current.apiClients ?? []).find(known => known.identifier === identifier)
  // Compared also for an unknown client, so that the time does not tell which there are.
  const isRight = isSameSecret(secret, client?.secret ?? 'there is no such client')
  if (client === undefined || !isRight) {
    throw new Refusal(401, 'invalid_client', 'Client authentication failed: unknown client or wrong secret')
  }
  return client
}

function basicOf(ctx: Context): { readonly identifier: string; readonly secret: string } | undefined {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=_-]+)$/i.exec(ctx.get('authorization')) ?? []
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return { identifier: unescapeForm(text.slice(0, colon)), secret: unescapeForm(text.slice(colon + 1)) }
}

/** RFC 6749 §2.3.1: both are form-encoded inside; most clients leave that out, and it does no harm to plain text. */
function unescapeForm(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function grant(ground: RestGround, client: ApiClient, form: URLSearchParams) {
  const scopes = scopesOf(client, form.get('scope') ?? '')
  const token = urlToken(ground.randomBytes)
  const now = ground.clock()
  ground.db.transaction(() => {
    ground.db.run('DELETE FROM oauth_tokens WHERE expires_at < $now', { now: now.toISOString() })
    ground.db.run('INSERT INTO oauth_tokens VALUES ($hash, $client, $scope, $expiresAt)', {
      hash: hashToken(token),
      client: client.identifier,
      scope: scopes.join(' '),
      expiresAt: new Date(now.getTime() + tokenLifetime * 1000).toISOString(),
    })
  })
  return { access_token: token, token_type: 'bearer', expires_in: tokenLifetime, scope: scopes.join(' ') }
}

/** Without a scope the client gets all of its own. */
function scopesOf(client: ApiClient, wanted: string): string[] {
  const scopes = [...new Set(wanted.split(/[\s,]+/).filter(Boolean))]
  if (scopes.length === 0)
    return client.scopes.flatMap(scope => (scope === 'core.all' ? [...knownScopes] : scope))
  const wrong = scopes.find(scope => !isScope(scope) || !mayHave(client.scopes, scope))
  if (wrong !== undefined) {
    throw new Refusal(
      400,
      'invalid_scope',
      `The requested scope is invalid, unknown, or not of this client: ${wrong.slice(0, 80)}`,
    )
  }
  return scopes
}

/** Whom a request acts for, and what it may. Undefined: nobody. */
export function bearerOf(ground: RestGround, ctx: Context): Bearer | undefined {
  const bearer = knownBearer(ground, ctx)
  const isActive = ground.companyFile.current.people.some(
    person => person.active && person.login === bearer?.login,
  )
  return isActive ? bearer : undefined
}

interface Bearer {
  readonly login: string
  readonly scopes: ReadonlySet<string>
  readonly key: string
}

function knownBearer(ground: RestGround, ctx: Context): Bearer | undefined {
  const company = ground.companyFile.current
  const [, token] = /^Bearer\s+(\S+)$/i.exec(ctx.get('authorization')) ?? []
  if (token !== undefined) {
    const row = ground.db.get(
      'SELECT client, scope FROM oauth_tokens WHERE token_hash = $hash AND expires_at > $now',
      { hash: hashToken(token), now: ground.clock().toISOString() },
    )
    const client = row && company.apiClients?.find(known => known.identifier === row.client)
    if (row === undefined || client === undefined) return undefined
    return { login: client.login, scopes: new Set(textOf(row, 'scope').split(' ')), key: client.identifier }
  }
  const given = ctx.get('x-coupa-api-key')
  const apiKey = given === '' ? undefined : company.apiKeys?.find(known => isSameSecret(given, known.key))
  return apiKey && { login: apiKey.login, scopes: knownScopes, key: apiKey.name }
}
