import type { Occurrence, Particle } from './content-model.js'

/** What has been read of an element's children. */
export interface State {
  /** Whether the element may end here. */
  readonly isFinal: boolean
  /** What may come next, in the order of the model. */
  readonly next: ReadonlyMap<string, State>
}

/**
 * The deterministic automaton of a content model: one step a child, no going back, so reading takes linear time whatever
 * the document.
 *
 * It is Glushkov's (each name in the model is a position, a state is the set of positions that may have been reached), its
 * states made when they are first needed. XML asks for models in which every state is one position (XML 1.0 §E); this
 * does not depend on it.
 */
export function buildAutomaton(particle: Particle): State {
  const names: string[] = []
  const followers: Set<number>[] = []
  const { first, last, nullable } = read(particle, names, followers)
  const states = new Map<string, State>()
  const state = (positions: ReadonlySet<number>, isFinal: boolean, after: Iterable<number>): State => {
    const key = [...positions].join()
    const known = states.get(key)
    if (known !== undefined) return known
    const made = new LazyState(isFinal, () => {
      const reached = new Map<string, Set<number>>()
      for (const position of after) {
        const name = names[position] ?? ''
        reached.set(name, (reached.get(name) ?? new Set()).add(position))
      }
      return new Map(
        [...reached].map(([name, positions]) => {
          const ends = [...positions].some(position => last.has(position))
          const after = new Set([...positions].flatMap(position => [...(followers[position] ?? [])]))
          return [
            name,
            state(
              positions,
              ends,
              [...after].sort((a, b) => a - b),
            ),
          ]
        }),
      )
    })
    states.set(key, made)
    return made
  }
  return state(new Set(), nullable, first)
}

class LazyState implements State {
  readonly isFinal: boolean
  readonly #findNext: () => ReadonlyMap<string, State>
  #next: ReadonlyMap<string, State> | undefined

  constructor(isFinal: boolean, findNext: () => ReadonlyMap<string, State>) {
    this.isFinal = isFinal
    this.#findNext = findNext
  }

  get next(): ReadonlyMap<string, State> {
    this.#next ??= this.#findNext()
    return this.#next
  }
}

/** Positions at which a particle can begin and end, and whether it can be nothing. */
interface Ends {
  readonly first: ReadonlySet<number>
  readonly last: ReadonlySet<number>
  readonly nullable: boolean
}

function read(particle: Particle, names: string[], followers: Set<number>[]): Ends {
  if (particle.kind === 'element') {
    const position = names.push(particle.name) - 1
    followers.push(new Set())
    const only = new Set([position])
    return repeat({ first: only, last: only, nullable: false }, particle.occurrence, followers)
  }
  const items = particle.items.map(item => read(item, names, followers))
  const ends = particle.kind === 'choice' ? chooseOne(items) : follow(items, followers)
  return repeat(ends, particle.occurrence, followers)
}

function chooseOne(items: readonly Ends[]): Ends {
  return {
    first: new Set(items.flatMap(({ first }) => [...first])),
    last: new Set(items.flatMap(({ last }) => [...last])),
    nullable: items.some(({ nullable }) => nullable),
  }
}

function follow(items: readonly Ends[], followers: readonly Set<number>[]): Ends {
  return items.reduce<Ends>(
    (before, item) => {
      connect(before.last, item.first, followers)
      return {
        first: before.nullable ? new Set([...before.first, ...item.first]) : before.first,
        last: item.nullable ? new Set([...before.last, ...item.last]) : item.last,
        nullable: before.nullable && item.nullable,
      }
    },
    { first: new Set(), last: new Set(), nullable: true },
  )
}

function repeat(ends: Ends, occurrence: Occurrence, followers: readonly Set<number>[]): Ends {
  if (occurrence === '*' || occurrence === '+') connect(ends.last, ends.first, followers)
  return occurrence === '?' || occurrence === '*' ? { ...ends, nullable: true } : ends
}

function connect(
  from: ReadonlySet<number>,
  to: ReadonlySet<number>,
  followers: readonly Set<number>[],
): void {
  for (const position of from) {
    for (const next of to) followers[position]?.add(next)
  }
}

/** The fewest elements that lead from a state to one that is wanted; `undefined` where none do. */
export function shortestWay(from: State, isWanted: (state: State) => boolean): readonly string[] | undefined {
  const ways = new Map<State, readonly string[]>([[from, []]])
  // A map iterates over what is added meanwhile: this goes through the states by distance.
  for (const [state, way] of ways) {
    if (isWanted(state)) return way
    for (const [name, next] of state.next) {
      if (!ways.has(next)) ways.set(next, [...way, name])
    }
  }
  return undefined
}
