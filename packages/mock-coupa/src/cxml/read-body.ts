import type { Context } from 'koa'

/** Reads the body of a request; undefined when it is larger than allowed. */
export async function readBody(ctx: Context, largest: number): Promise<Uint8Array | undefined> {
  const announced = Number(ctx.get('content-length') || 0)
  if (announced > largest) return undefined
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of ctx.req) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size > largest) return undefined
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
