import { createHash } from 'node:crypto'
import { baseStyle } from './style-base.js'
import { pageStyle } from './style-pages.js'

/** The whole style sheet. A module, so that it is there whether the shop runs from source or compiled. */
export const style = baseStyle + pageStyle

/** Changes with the content, so browsers may keep it for ever. */
export const styleHref = `/style.css?v=${createHash('sha256').update(style).digest('hex').slice(0, 12)}`
