import { ariba } from './ariba.js'
import { coupa } from './coupa.js'
import { generic } from './generic.js'
import { ivalua } from './ivalua.js'
import { jaggaer } from './jaggaer.js'
import { iprocurement, oracle } from './oracle.js'
import { srm } from './srm.js'
import type { ProcurementSystem, SystemName } from './system.js'
import { workday } from './workday.js'

export const systems: Readonly<Record<SystemName, ProcurementSystem>> = {
  coupa,
  ariba,
  jaggaer,
  oracle,
  iprocurement,
  workday,
  ivalua,
  srm,
  generic,
}

/** Names can come from a command line or a file. */
export function isSystemName(name: string): name is SystemName {
  return Object.hasOwn(systems, name)
}
