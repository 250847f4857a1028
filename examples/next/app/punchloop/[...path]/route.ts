import { punchloopNext } from '@punchloop/sdk/next'
import { theShop } from '../../../shop.ts'

export const dynamic = 'force-dynamic'
export const { GET, HEAD, POST, OPTIONS } = punchloopNext(() => theShop().supplier)
