import type { Product, ProductKind } from './product.js'

export interface Catalog {
  /** Best match first; everything, in the catalogue's order, where no text is given. */
  search(query: { readonly text?: string; readonly kind?: ProductKind }): readonly Product[]
  /** By its id in URLs. */
  product(id: string): Product | undefined
  /** By the name that buyers know it by. */
  part(partNumber: string): Product | undefined
}

/**
 * Every word must be found somewhere; where it is found decides how much it counts. Names weigh most, then makers,
 * then the words that people look for, then the rest of the page.
 */
export function createCatalog(products: readonly Product[]): Catalog {
  const indexed = products.map(product => ({ product, fields: indexFields(product) }))
  return {
    search({ text = '', kind }) {
      const words = wordsOf(text)
      return indexed
        .filter(({ product }) => kind === undefined || product.kind === kind)
        .map(({ product, fields }) => ({ product, score: scoreAll(fields, words) }))
        .filter(({ score }) => words.length === 0 || score > 0)
        .sort((left, right) => right.score - left.score)
        .map(({ product }) => product)
    },
    product: id => products.find(product => product.id === id),
    part: partNumber => products.find(product => product.partNumber === partNumber),
  }
}

interface Field {
  readonly words: readonly string[]
  readonly weight: number
}

function indexFields(product: Product): Field[] {
  return [
    { words: wordsOf(product.name), weight: 16 },
    { words: wordsOf(product.partNumber), weight: 12 },
    { words: wordsOf(product.vendor), weight: 8 },
    { words: product.keywords.flatMap(wordsOf), weight: 6 },
    { words: wordsOf(product.tagline), weight: 3 },
    { words: [...product.description, ...product.highlights].flatMap(wordsOf), weight: 1 },
  ]
}

function scoreAll(fields: readonly Field[], words: readonly string[]): number {
  const scores = words.map(word => Math.max(0, ...fields.map(field => scoreWord(field, word))))
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}

/** A whole word counts double, the beginning of one once; a single letter has to be a whole word. */
function scoreWord({ words, weight }: Field, word: string): number {
  if (words.includes(word)) return 2 * weight
  return word.length > 1 && words.some(candidate => candidate.startsWith(word)) ? weight : 0
}

/** `Café-Tools` → `cafe`, `tools`. */
function wordsOf(text: string): string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return folded.match(/[\p{L}\p{N}]+/gu) ?? []
}
