import { describe, expect, it } from 'vitest'
import { XmlElement } from './element.js'
import { Paths } from './paths.js'

function family(names: string): readonly XmlElement[] {
  const top = new XmlElement('cXML')
  const children = names.split(' ').map(name => new XmlElement(name, top))
  top.children.push(...children.flatMap(child => [' ', child]))
  return children
}

describe('Paths', () => {
  it('says of each element what the element says of itself, in any order', () => {
    const children = family('a b a c b a')
    const inner = new XmlElement('x', children[2])
    children[2]?.children.push(inner)
    const paths = new Paths()
    const asked = [...children, inner, ...children.toReversed(), inner]
    expect(asked.map(element => paths.of(element))).toEqual(asked.map(element => element.path()))
    expect(paths.of(inner)).toBe('/cXML/a[2]/x')
  })
})
