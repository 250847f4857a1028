import type { Codec } from './codec.js'

/*
 * What a table says of an element's fields: which property each goes to, and what we cannot do without. What the standard
 * says of them (required, repeated, enumerated, in which order, since which version) is not repeated here: it is in the
 * DTDs' data.
 */

/** Whether a property is always there. */
export type Presence = 'always' | 'maybe'

/** What the absence of a field means to a reader. */
export type Need =
  /** The document cannot be used without it: reading fails. */
  | 'needed'
  /** Reading goes on. Where the DTD requires it, reading warns and writing refuses. */
  | 'optional'

export interface AttributeOptions<Value extends string> {
  /** The only values that we can go on with: another fails reading. */
  readonly values?: readonly Value[]
  /** A plain decimal string. */
  readonly decimal?: boolean
  /** The attribute's name, where it is not the property's. */
  readonly name?: string
}

/**
 * A field of an element: where its value stands and what may be wrong with it. The type parameters only serve the
 * compiler, which compares them with the interface.
 */
export type Field<Value, When extends Presence> = FieldPlan & { readonly value?: Value; readonly when?: When }

export type FieldPlan = AttributePlan | ChildPlan | TextPlan | ContentPlan | OwnContentPlan

export interface AttributePlan {
  readonly field: 'attribute'
  readonly need: Need
  readonly name?: string
  readonly values?: readonly string[]
  readonly decimal?: boolean
  /** Read in place of an attribute that is absent. */
  readonly default?: string
}

export interface ChildPlan {
  readonly field: 'child'
  readonly need: Need
  readonly codec: Codec<unknown>
  readonly many: boolean
}

/** The element's own text. */
export interface TextPlan {
  readonly field: 'text'
  /** A decimal; what was sent instead of a plain one goes to the property of this name. */
  readonly original?: string
}

/** A child declared ANY: its text, and its inner XML beside it under the property of this name where it has markup. */
export interface ContentPlan {
  readonly field: 'content'
  readonly need: Need
  readonly element: string
  readonly contentProperty: string
}

/** The element itself is declared ANY: its text, and its inner XML under the property of this name. */
export interface OwnContentPlan {
  readonly field: 'ownContent'
  readonly contentProperty: string
}

/** Stands beside another property and has no place of its own in the document. */
export const companion = 'companion'

/** The table of an element: every property of its interface, children in the DTD's order. */
export type Fields<Value> = {
  readonly [Key in keyof Value]-?: Key extends `${string}Content` | 'content' | 'originalText'
    ? typeof companion
    : Partial<Pick<Value, Key>> extends Pick<Value, Key>
      ? Field<NonNullable<Value[Key]>, 'maybe'>
      : Field<Value[Key], 'always'>
}

export function optionalAttribute<Value extends string = string>(
  options: AttributeOptions<Value> = {},
): Field<Value, 'maybe'> {
  return { ...options, field: 'attribute', need: 'optional' }
}

export function neededAttribute<Value extends string = string>(
  options: AttributeOptions<Value> = {},
): Field<Value, 'always'> {
  return { ...options, field: 'attribute', need: 'needed' }
}

/** Has a value where the document says nothing: the DTD's default, or ours for a sloppy sender. */
export function defaultedAttribute<Value extends string>(
  fallback: NoInfer<Value>,
  options: AttributeOptions<Value> = {},
): Field<Value, 'always'> {
  return { ...options, field: 'attribute', need: 'optional', default: fallback }
}

export function optional<Value>(codec: Codec<Value>): Field<Value, 'maybe'> {
  return { field: 'child', need: 'optional', codec, many: false }
}

export function needed<Value>(codec: Codec<Value>): Field<Value, 'always'> {
  return { field: 'child', need: 'needed', codec, many: false }
}

/** Any number. */
export function many<Value>(codec: Codec<Value>): Field<readonly Value[], 'always'> {
  return { field: 'child', need: 'optional', codec, many: true }
}

/** Any number, and none is a fault. */
export function some<Value>(codec: Codec<Value>): Field<readonly Value[], 'always'> {
  return { field: 'child', need: 'needed', codec, many: true }
}

/** A child declared ANY that must be there, exactly as it stands. */
export function neededContent(element: string, contentProperty: string): Field<string, 'always'> {
  return { field: 'content', need: 'needed', element, contentProperty }
}

export function optionalContent(element: string, contentProperty: string): Field<string, 'maybe'> {
  return { field: 'content', need: 'optional', element, contentProperty }
}

export function ownContent(contentProperty: string): Field<string, 'always'> {
  return { field: 'ownContent', contentProperty }
}

export function ownText(): Field<string, 'always'> {
  return { field: 'text' }
}

export function ownDecimal(original: string): Field<string, 'always'> {
  return { field: 'text', original }
}
