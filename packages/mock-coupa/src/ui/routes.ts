import Router from '@koa/router'
import type { UiRoutes } from '../pages.js'

export const uiRoutes: UiRoutes = () => new Router()
