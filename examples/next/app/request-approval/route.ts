import { theShop } from '../../shop.ts'

export async function POST(request: Request): Promise<Response> {
  const { supplier, cart, isOwnClick } = theShop()
  const session = await supplier.session(request)
  if (!session || !isOwnClick(request)) return new Response('Forbidden', { status: 403 })
  const { response } = await supplier.returnCart(session, cart)
  return response
}
