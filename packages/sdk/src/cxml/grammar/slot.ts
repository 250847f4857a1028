import type { Codec } from './codec.js'
import type { companion, FieldPlan, Need } from './fields.js'

/** Where a property's value comes from. Every slot has every property: readers meet thousands of them a document. */
export interface Slot {
  readonly index: number
  readonly property: string
  /** As a path shows it: `Money`, `@currency`. */
  readonly wireName: string
  readonly field: FieldPlan['field']
  readonly need: Need
  readonly many: boolean
  readonly default: string | undefined
  readonly decimal: boolean
  readonly values: readonly string[] | undefined
  readonly codec: Codec<unknown> | undefined
  /** Of a child: its own text is a decimal. */
  readonly isAmount: boolean
  /** Of text: no element stands beside it. */
  readonly isAlone: boolean
  /** The property that inner XML goes to, and its index. */
  readonly content: string | undefined
  readonly contentIndex: number | undefined
  /** Where a decimal's original text goes. */
  readonly originalIndex: number | undefined
}

/** The table of an element, by property. */
export type Table = Readonly<Record<string, FieldPlan | typeof companion | undefined>>

export function slotOf(plan: FieldPlan, property: string, table: Table): Slot {
  const properties = Object.keys(table)
  const attribute = plan.field === 'attribute' ? plan : undefined
  const child = plan.field === 'child' ? plan : undefined
  const content = plan.field === 'content' || plan.field === 'ownContent' ? plan.contentProperty : undefined
  const original = plan.field === 'text' ? plan.original : undefined
  return {
    index: properties.indexOf(property),
    property,
    wireName: wireName(plan, property),
    field: plan.field,
    need: 'need' in plan ? plan.need : 'optional',
    many: child?.many ?? false,
    default: attribute?.default,
    decimal: attribute?.decimal ?? original !== undefined,
    values: attribute?.values,
    codec: child?.codec,
    isAmount: child?.codec.isAmount ?? false,
    isAlone: !Object.values(table).some(other => typeof other === 'object' && other.field === 'child'),
    content,
    contentIndex: content === undefined ? undefined : properties.indexOf(content),
    originalIndex: original === undefined ? undefined : properties.indexOf(original),
  }
}

function wireName(plan: FieldPlan, property: string): string {
  switch (plan.field) {
    case 'attribute':
      return `@${plan.name ?? (property === 'xmlLang' ? 'xml:lang' : property)}`
    case 'child':
      return plan.codec.name
    case 'content':
      return plan.element
    case 'text':
    case 'ownContent':
      return 'text()'
  }
}
