import { element } from '../grammar/element.js'
import { many, optionalAttribute } from '../grammar/fields.js'
import { type Extrinsic, extrinsic } from './text.js'

/** `AssetInfo`: one single unit of what is delivered. */
export interface AssetInfo {
  /** The buyer's tag. */
  readonly tagNumber?: string
  /** The manufacturer's number. */
  readonly serialNumber?: string
  readonly location?: string
  /** (since cXML 1.2.048) */
  readonly equipmentId?: string
  /** Only `no`: it is the unit itself, not another one that it belongs to. */
  readonly isReferencedAsset?: string
  readonly extrinsics: readonly Extrinsic[]
}

export const assetInfo = element<AssetInfo>('AssetInfo', {
  tagNumber: optionalAttribute(),
  serialNumber: optionalAttribute(),
  location: optionalAttribute(),
  equipmentId: optionalAttribute(),
  isReferencedAsset: optionalAttribute(),
  extrinsics: many(extrinsic),
})
