import { createHash } from 'node:crypto'
import { ariba } from './ariba.js'
import { base } from './base.js'
import { chain } from './chain.js'
import { chrome } from './chrome.js'
import { elements } from './elements.js'
import { forms } from './forms.js'
import { lists } from './lists.js'
import { pages } from './pages.js'
import { portal } from './portal.js'
import { tables } from './tables.js'
import { tokens } from './tokens.js'
import { trace } from './trace.js'

/** Kept in modules rather than in a `.css` file, so that sources and compiled package serve it alike. */
export const stylesheet = [
  tokens,
  base,
  chrome,
  elements,
  forms,
  tables,
  chain,
  lists,
  pages,
  portal,
  trace,
  ariba,
].join('')

/** Part of the URL, so that a browser may keep the file for ever. */
export const stylesheetVersion = createHash('sha256').update(stylesheet).digest('hex').slice(0, 12)
