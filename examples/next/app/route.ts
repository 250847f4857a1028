import { theShop } from '../shop.ts'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  const { supplier, page } = theShop()
  const headers = { 'Content-Type': 'text/html; charset=utf-8' }
  return new Response(page(await supplier.session(request)), { headers })
}
