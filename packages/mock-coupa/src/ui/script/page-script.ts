import { here } from './here.js'
import { live } from './live.js'
import { menu } from './menu.js'
import { once } from './once.js'

/** What every page runs. Each part does nothing where the page has nothing for it. */
export const pageScript = [live, once, here, menu].join('')
