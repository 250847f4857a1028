import type { Codec } from './codec.js'

/** Whether a property is always there. */
export type Presence = 'always' | 'maybe'

/** What the absence of a field means, to a reader and to a writer. */
export type Need =
  /** The document cannot be used without it: reading fails. */
  | 'needed'
  /** The DTD requires it and senders leave it out: reading warns, writing refuses. */
  | 'expected'
  | 'optional'

interface Versioned {
  /** The oldest version of the standard, among those held, that has it. */
  readonly since?: string
}

export interface AttributeOptions<Value extends string> extends Versioned {
  /** The only values it can have; another fails reading. */
  readonly values?: readonly Value[]
  /** The only values that the DTD allows and nothing depends on: another is a warning, and is never written. */
  readonly expectedValues?: readonly string[]
  /** The oldest version of the standard that has a value, where that is newer than the attribute. */
  readonly valuesSince?: Readonly<Record<string, string>>
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

export interface AttributePlan extends Versioned {
  readonly field: 'attribute'
  readonly need: Need
  readonly name?: string
  readonly values?: readonly string[]
  readonly expectedValues?: readonly string[]
  readonly valuesSince?: Readonly<Record<string, string>>
  readonly decimal?: boolean
  /** Read in place of an attribute that is absent. */
  readonly default?: string
}

export interface ChildPlan extends Versioned {
  readonly field: 'child'
  readonly need: Need
  readonly codec: Codec<unknown>
  readonly many: boolean
  /** Only one before this version; in no version when it is `never`. */
  readonly manySince?: string
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

/** Known to the standard but without a type here: read silently, kept in the tree, never written. */
export const unmodelled = 'unmodelled'

/** The table of an element: every property of its interface, and what is unmodelled, in the DTD's order. */
export type Fields<Value> = {
  readonly [Key in keyof Value]-?: Key extends `${string}Content` | 'content' | 'originalText'
    ? typeof companion
    : Partial<Pick<Value, Key>> extends Pick<Value, Key>
      ? Field<NonNullable<Value[Key]>, 'maybe'>
      : Field<Value[Key], 'always'>
} & Partial<Readonly<Record<Unmodelled, typeof unmodelled>>>

/** Element names begin with a capital letter or have a prefix, properties never do. */
type Unmodelled = Capitalize<string> | `${string}:${string}`

export function optionalAttribute<Value extends string = string>(
  options: AttributeOptions<Value> = {},
): Field<Value, 'maybe'> {
  return { ...options, field: 'attribute', need: 'optional' }
}

export function expectedAttribute<Value extends string = string>(
  options: AttributeOptions<Value> = {},
): Field<Value, 'maybe'> {
  return { ...options, field: 'attribute', need: 'expected' }
}

export function neededAttribute<Value extends string = string>(
  options: AttributeOptions<Value> = {},
): Field<Value, 'always'> {
  return { ...options, field: 'attribute', need: 'needed' }
}

/** Has a value where the document says nothing: the DTD's default, or an empty one for a sloppy sender. */
export function defaultedAttribute<Value extends string>(
  fallback: NoInfer<Value>,
  options: AttributeOptions<Value> & { readonly need?: 'expected' } = {},
): Field<Value, 'always'> {
  return { need: 'optional', ...options, field: 'attribute', default: fallback }
}

export function optional<Value>(codec: Codec<Value>, options: Versioned = {}): Field<Value, 'maybe'> {
  return { ...options, field: 'child', need: 'optional', codec, many: false }
}

export function expected<Value>(codec: Codec<Value>, options: Versioned = {}): Field<Value, 'maybe'> {
  return { ...options, field: 'child', need: 'expected', codec, many: false }
}

export function needed<Value>(codec: Codec<Value>): Field<Value, 'always'> {
  return { field: 'child', need: 'needed', codec, many: false }
}

/** Any number. */
export function many<Value>(
  codec: Codec<Value>,
  options: Versioned & { readonly manySince?: string } = {},
): Field<readonly Value[], 'always'> {
  return { ...options, field: 'child', need: 'optional', codec, many: true }
}

/** At least one: `expected` by the DTD, or `needed` by us. */
export function some<Value>(
  codec: Codec<Value>,
  need: 'expected' | 'needed' = 'expected',
): Field<readonly Value[], 'always'> {
  return { field: 'child', need, codec, many: true }
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
