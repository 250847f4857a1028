import { element } from '../grammar/element.js'
import { many, optional, optionalAttribute, ownText } from '../grammar/fields.js'
import { textElement } from '../grammar/text.js'
import { type PropertyValue, propertyValue } from './property.js'
import { type Description, description } from './text.js'

/** `Study`: the clinical study that the goods are for. */
export interface Study {
  /** The DTD requires it. */
  readonly studyID?: string
  readonly description?: Description
}

/** `KitType`: the kind of medical kit. */
export interface KitType {
  /** The DTD requires it. */
  readonly kitTypeID?: string
  readonly description?: Description
}

/** `PackageControlNumber`: the number under which a package of medicine is controlled. */
export interface PackageControlNumber {
  /** Only `yes`. */
  readonly isPackageControlNumberReleased?: string
  /** The DTD requires it. */
  readonly packageControlNumberExpiryDate?: string
  readonly value: string
}

/** `MedicationListInfo`: the numbers of medications, as a list or a range. */
export interface MedicationListInfo {
  /** Only `range`. */
  readonly type?: string
  readonly propertyValues: readonly PropertyValue[]
}

export const study = element<Study>('Study', {
  studyID: optional(textElement('StudyID')),
  description: optional(description),
})

export const kitType = element<KitType>('KitType', {
  kitTypeID: optional(textElement('KitTypeID')),
  description: optional(description),
})

export const packageControlNumber = element<PackageControlNumber>('PackageControlNumber', {
  isPackageControlNumberReleased: optionalAttribute(),
  packageControlNumberExpiryDate: optionalAttribute(),
  value: ownText(),
})

export const medicationListInfo = element<MedicationListInfo>('MedicationListInfo', {
  type: optionalAttribute(),
  propertyValues: many(propertyValue),
})
