import type { Product } from './product.js'
import { infrastructure } from './products-infrastructure.js'
import { knowledge } from './products-knowledge.js'
import { workplace } from './products-workplace.js'

/** What Brightstack sells. Products and makers are invented. */
export const products: readonly Product[] = [...workplace, ...infrastructure, ...knowledge]
