import type { Context } from 'koa'

/** One field of a posted form; undefined where it is missing or came more than once. */
export function formField(ctx: Pick<Context, 'request'>, name: string): string | undefined {
  const body: unknown = 'body' in ctx.request ? ctx.request.body : undefined
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, name)) return undefined
  const value: unknown = Reflect.get(body, name)
  return typeof value === 'string' ? value : undefined
}

/** A parameter of the URL that may come several times. */
export function queryFields(ctx: Pick<Context, 'query'>, name: string): readonly string[] {
  const value = Object.hasOwn(ctx.query, name) ? ctx.query[name] : undefined
  return typeof value === 'string' ? [value] : (value ?? [])
}

/** One parameter of the URL; undefined where it is missing or came more than once. */
export function queryField(ctx: Pick<Context, 'query'>, name: string): string | undefined {
  const value = Object.hasOwn(ctx.query, name) ? ctx.query[name] : undefined
  return typeof value === 'string' ? value : undefined
}
