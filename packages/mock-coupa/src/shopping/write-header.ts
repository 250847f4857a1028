import type { DeploymentMode, ProcurementSystem } from '../systems/system.js'

interface Party {
  readonly domain: string
  readonly identity: string
}

/** The header of what the company sends: it speaks for itself, so From and Sender are the same. */
export function writeHeader(
  system: ProcurementSystem,
  by: { readonly buyer: Party; readonly supplier: Party; readonly secret: string },
) {
  const sharedSecret = by.secret || system.missingSecret
  return {
    from: { credentials: [by.buyer] },
    to: { credentials: [by.supplier] },
    sender: {
      credentials: [{ ...by.buyer, ...(sharedSecret === undefined ? {} : { sharedSecret }) }],
      userAgent: system.userAgent,
    },
  }
}

/** The attribute of `Request`, or nothing of it. */
export function deploymentModeOf(mode: DeploymentMode, { identity }: Party) {
  if (mode === 'absent') return {}
  const isTest = mode === 'by identity' && /-T$/i.test(identity)
  return { deploymentMode: isTest ? ('test' as const) : ('production' as const) }
}
