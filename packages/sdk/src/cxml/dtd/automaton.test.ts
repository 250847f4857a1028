import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAutomaton, type State, shortestWay } from './automaton.js'
import { readContentModel } from './content-model.js'

function startOf(notation: string): State {
  const model = readContentModel(notation)
  if (model.kind !== 'elements') throw new TypeError(`${notation} is no model of elements`)
  return buildAutomaton(model.particle)
}

function accepts(notation: string, word: string): boolean {
  let state: State | undefined = startOf(notation)
  for (const name of word.split(' ').filter(Boolean)) state = state?.next.get(name)
  return state?.isFinal ?? false
}

describe('the automaton of a content model', () => {
  it.each([
    ['A B? C*', ['A', 'A B', 'A C C', 'A B C'], ['', 'B', 'A C B', 'A B B']],
    ['(A|B)+ C', ['A C', 'B A B C'], ['C', 'A', 'A C C']],
    ['(A B)*', ['', 'A B', 'A B A B'], ['A', 'B A', 'A B A']],
    ['(A+|B+) C?', ['A', 'A A C', 'B B', 'B C'], ['A B', 'C', '']],
    ['(A*|B*)', ['', 'A A', 'B'], ['A B']],
    ['((A (B|C))|D) E*', ['A B', 'A C E E', 'D'], ['A', 'A D', 'B']],
    ['(A? B?)+ C', ['C', 'A C', 'B A B C'], ['A', '']],
  ])('%s', (notation, accepted, refused) => {
    for (const word of accepted) expect(accepts(notation, word), word).toBe(true)
    for (const word of refused) expect(accepts(notation, word), word).toBe(false)
  })

  it('needs no model in which one step is enough to know the place', () => {
    expect(accepts('(A B)|(A C)', 'A C')).toBe(true)
    for (const [word, isAccepted] of [
      ['A A B A B B', true],
      ['B A A B', true],
      ['A A B A B', false],
      ['A B', false],
    ] as const) {
      expect(accepts('(A|B)* A (A|B) (A|B)', word), word).toBe(isAccepted)
    }
  })

  it('agrees with a regular expression on any word', () => {
    const models = ['A B? (C|D)* E+', '(A|(B C))+ D?', '(A? B?)* C', 'A (B (C|D?)*)? E']
    const letter = fc.constantFrom('A', 'B', 'C', 'D', 'E')
    fc.assert(
      fc.property(fc.constantFrom(...models), fc.array(letter, { maxLength: 12 }), (notation, word) => {
        const pattern = new RegExp(`^(?:${notation.replaceAll(' ', '')})$`)
        expect(accepts(notation, word.join(' '))).toBe(pattern.test(word.join('')))
      }),
    )
  })
})

describe('shortestWay', () => {
  it('is empty where the state is the one that is wanted', () => {
    expect(shortestWay(startOf('A?'), ({ isFinal }) => isFinal)).toEqual([])
  })

  it('takes the fewest elements', () => {
    expect(shortestWay(startOf('((A B C)|D) E'), ({ isFinal }) => isFinal)).toEqual(['D', 'E'])
  })

  it('is not there where no element leads on', () => {
    expect(shortestWay(startOf('A B'), ({ next }) => next.has('Z'))).toBeUndefined()
  })
})
