import { compareDecimals } from '@punchloop/sdk/cxml'
import type { FacetChoice, Refinement, SearchPage, SearchResult } from './search-results.js'

type Result = SearchResult

/** From `from` (inclusive) to `to` (exclusive), in the company's currency. */
const priceRanges: readonly { readonly from?: string; readonly to?: string }[] = [
  { to: '50' },
  { from: '50', to: '200' },
  { from: '200', to: '1000' },
  { from: '1000' },
]

const keyOf = ({ from = '', to = '' }: (typeof priceRanges)[number]) => `${from}-${to}`

function labelOf({ from, to }: (typeof priceRanges)[number]): string {
  if (from === undefined) return `Under ${to}`
  return to === undefined ? `${from} and more` : `${from} to ${to}`
}

function priceKey({ unitPrice }: Result): string | undefined {
  if (unitPrice === undefined) return undefined
  const range = priceRanges.find(({ to }) => to === undefined || compareDecimals(unitPrice, to) < 0)
  return range === undefined ? '' : keyOf(range)
}

/** What a result is in each dimension; undefined where it has no place in it. */
const dimensions = {
  supplier: (result: Result) => String(result.supplier),
  commodity: (result: Result) => result.commodity,
  price: priceKey,
} as const

type Dimension = keyof typeof dimensions

const names: readonly Dimension[] = ['supplier', 'commodity', 'price']

function matches(result: Result, refinement: Refinement, except?: Dimension): boolean {
  return names.every(name => {
    const wanted = refinement[name]
    return name === except || wanted === undefined || dimensions[name](result) === String(wanted)
  })
}

export function refine(results: readonly Result[], refinement: Refinement): Result[] {
  return results.filter(result => matches(result, refinement))
}

/** Each choice is counted with the choices of the other facets as they are. */
export function facetsOf(results: readonly Result[], refinement: Refinement): SearchPage['facets'] {
  const supplierNames = new Map(results.map(result => [String(result.supplier), result.supplierName]))
  const facet = (name: Dimension, label: (value: string) => string) => {
    const groups = Map.groupBy(results, dimensions[name])
    return [...groups].flatMap(([value, group]): FacetChoice[] =>
      value === undefined
        ? []
        : [
            {
              value,
              label: label(value),
              count: group.filter(result => matches(result, refinement, name)).length,
              isChosen: String(refinement[name] ?? '') === value,
            },
          ],
    )
  }
  const byLabel = (one: FacetChoice, other: FacetChoice) => one.label.localeCompare(other.label, 'en')
  const priceOrder = priceRanges.map(keyOf)
  return {
    supplier: facet('supplier', value => supplierNames.get(value) ?? value).toSorted(byLabel),
    commodity: facet('commodity', value => value).toSorted(byLabel),
    price: facet('price', value => labelOf(priceRanges.find(range => keyOf(range) === value) ?? {})).toSorted(
      (one, other) => priceOrder.indexOf(one.value) - priceOrder.indexOf(other.value),
    ),
  }
}
