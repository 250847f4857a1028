import { objects } from '../objects.js'

/** Every scope that some address asks for. */
export const knownScopes: ReadonlySet<string> = new Set(
  objects
    .filter(({ path }) => path !== undefined)
    .flatMap(({ scope }) => [`core.${scope}.read`, `core.${scope}.write`]),
)

/** Scopes that Coupa has besides, which real clients ask for in one breath with others. They open nothing here. */
const idleScopes: ReadonlySet<string> = new Set([
  'openid',
  'email',
  'profile',
  'offline_access',
  'login',
  'core.catalog.read',
  'core.catalog.write',
  'core.comment.read',
  'core.comment.write',
  'core.invoice.create',
  'core.invoice.delete',
  'core.invoice.approval.write',
  'core.purchase_order_change.read',
  'core.purchase_order_change.write',
])

export function isScope(scope: string): boolean {
  return knownScopes.has(scope) || idleScopes.has(scope)
}

/** `core.all` of a client is every scope. */
export function mayHave(allowed: readonly string[], scope: string): boolean {
  return allowed.includes('core.all') || allowed.includes(scope)
}
