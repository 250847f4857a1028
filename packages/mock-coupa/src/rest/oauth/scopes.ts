import { objects } from '../objects.js'
import type { ObjectDefinition } from '../schema/object.js'
import { idleScopes } from './idle-scopes.js'

/** Every scope that some address asks for. */
export const knownScopes: ReadonlySet<string> = new Set(objects.flatMap(scopesOf))

/** None where it has no address of its own. */
export function scopesOf({ path, scope }: ObjectDefinition): string[] {
  return path === undefined ? [] : [`core.${scope}.read`, `core.${scope}.write`]
}

export function isScope(scope: string): boolean {
  return knownScopes.has(scope) || idleScopes.has(scope)
}

/** `core.all` of a client is every scope. */
export function mayHave(allowed: readonly string[], scope: string): boolean {
  return allowed.includes('core.all') || allowed.includes(scope)
}
