import { objects } from '../objects.js'
import { idleScopes } from './idle-scopes.js'

/** Every scope that some address asks for. */
export const knownScopes: ReadonlySet<string> = new Set(
  objects
    .filter(({ path }) => path !== undefined)
    .flatMap(({ scope }) => [`core.${scope}.read`, `core.${scope}.write`]),
)

export function isScope(scope: string): boolean {
  return knownScopes.has(scope) || idleScopes.has(scope)
}

/** `core.all` of a client is every scope. */
export function mayHave(allowed: readonly string[], scope: string): boolean {
  return allowed.includes('core.all') || allowed.includes(scope)
}
