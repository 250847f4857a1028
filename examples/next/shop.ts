import { openShop, type Shop } from '../shop/shop.ts'

const process = globalThis as { punchloopShop?: Shop }

/** One shop for all routes: Next.js may load this file more than once, and the first time while it builds. */
export function theShop(): Shop {
  if (process.punchloopShop === undefined) {
    process.punchloopShop = openShop()
    process.punchloopShop.supplier.start()
  }
  return process.punchloopShop
}
