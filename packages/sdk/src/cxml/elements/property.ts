import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type IdReference, idReference } from './text.js'

/** `Characteristic`: one property by its kind (`domain`: `size`, `color`, …) and value. */
export interface Characteristic {
  readonly code?: string
  /** The DTD requires it. */
  readonly domain?: string
  /** The DTD requires it. */
  readonly value?: string
}

/** `PropertyReference`: which property is meant, by numbers that both sides know. */
export interface PropertyReference {
  readonly idReferences: readonly IdReference[]
}

/** `PropertyValue`: values under one name. */
export interface PropertyValue {
  readonly name?: string
  readonly characteristics: readonly Characteristic[]
}

/** `ValueGroup`: values that belong together; `parentID` is the group that this one is part of. */
export interface ValueGroup {
  readonly idReference?: IdReference
  readonly parentID?: string
  readonly propertyValues: readonly PropertyValue[]
}

/** `PropertyValuation`: what a property has been found to be. */
export interface PropertyValuation {
  readonly propertyReference?: PropertyReference
  readonly valueGroups: readonly ValueGroup[]
}

export const characteristic = element<Characteristic>('Characteristic', {
  code: optionalAttribute(),
  domain: optionalAttribute(),
  value: optionalAttribute(),
})

export const propertyReference = element<PropertyReference>('PropertyReference', {
  idReferences: many(idReference),
})

export const propertyValue = element<PropertyValue>('PropertyValue', {
  name: optionalAttribute(),
  characteristics: many(characteristic),
})

export const valueGroup = element<ValueGroup>('ValueGroup', {
  idReference: optional(idReference),
  parentID: optional(textElement('ParentID')),
  propertyValues: many(propertyValue),
})

export const propertyValuation = element<PropertyValuation>('PropertyValuation', {
  propertyReference: optional(propertyReference),
  valueGroups: many(valueGroup),
})
