import { parseCxml, serializeCxml, validateCxml } from '@punchloop/sdk/cxml'
import { bareSaxes } from './bare-saxes.js'
import { bareTemplate } from './bare-template.js'
import { cart, order, setupRequest } from './documents.js'
import type { Figure } from './figures.js'
import { type Effort, measure, type Rounds, ratiosOf } from './measure.js'

/** `undefined` where the DTD is not at hand. */
type Libxml2 = ((bytes: Uint8Array) => void) | undefined

const setup = bytesOf(setupRequest())
const hundred = bytesOf(order(100))
const thousands = bytesOf(order(5000))
const hundredOut = cart(100)
const thousandsOut = cart(5000)

export function timeSetupRequest(effort: Effort): readonly Figure[] {
  const [parse = [], saxes = []] = measure([() => parseCxml(setup), () => bareSaxes(setup)], effort)
  return [
    speed(`parse a setup request, ${sizeOf(setup)}`, parse, 6300),
    share('  of what saxes alone does', parse, saxes),
    speed('  saxes alone, the same bytes', saxes),
  ]
}

export function timeOrder(effort: Effort): readonly Figure[] {
  const [parse = [], saxes = [], parseThousands = []] = measure(
    [() => parseCxml(hundred), () => bareSaxes(hundred), () => parseCxml(thousands)],
    effort,
  )
  return [
    speed(`parse an order of 100 lines, ${sizeOf(hundred)}`, parse, 300),
    share('  of what saxes alone does', parse, saxes),
    speed('  saxes alone, the same bytes', saxes),
    perLine(`  a line of 5,000, ${sizeOf(thousands)}`, parse, parseThousands),
  ]
}

export function timeCart(effort: Effort): readonly Figure[] {
  const [write = [], template = [], writeThousands = [], templateThousands = []] = measure(
    [
      () => joined(serializeCxml(hundredOut)),
      () => joined(bareTemplate(hundredOut)),
      () => joined(serializeCxml(thousandsOut)),
      () => joined(bareTemplate(thousandsOut)),
    ],
    effort,
  )
  return [
    speed(`write a cart of 100 lines, ${sizeOf(bytesOf(bareTemplate(hundredOut)))}`, write, 1750),
    share('  of what a bare template does', write, template),
    speed('  a bare template, the same text', template),
    perLine('  a line of 5,000', write, writeThousands),
    timesPerLine('  a line of 5,000 by the bare template', template, templateThousands),
  ]
}

export function timeValidation(libxml2: Libxml2, effort: Effort): readonly Figure[] {
  const [validate = [], validateThousands = [], byLibxml2 = []] = measure(
    [
      () => validateCxml(hundred),
      () => validateCxml(thousands),
      ...(libxml2 === undefined ? [] : [() => libxml2(hundred)]),
    ],
    effort,
  )
  return [
    speed('validate the order of 100 lines', validate, 88),
    ...(libxml2 === undefined ? [] : [speed('  libxml2 with the DTD, the same bytes', byLibxml2)]),
    perLine('  a line of 5,000', validate, validateThousands),
  ]
}

/** What is timed must be right first. */
export function assertValid(libxml2: Libxml2): void {
  for (const bytes of [setup, hundred, bytesOf(serializeCxml(hundredOut))]) {
    const [problem] = validateCxml(bytes).problems
    if (problem !== undefined) throw new Error(`A document of the benchmark is not valid: ${problem.message}`)
    libxml2?.(bytes)
  }
}

/** V8 puts the pieces of a text together when somebody looks into it: whoever sends it does. */
function joined(text: string): number {
  return text.charCodeAt(text.length >> 1)
}

function speed(work: string, values: Rounds, least?: number): Figure {
  return {
    work,
    values,
    unit: 'perSecond',
    ...(least === undefined ? {} : { goal: { is: '>', than: least } }),
  }
}

function share(work: string, values: Rounds, bound: Rounds): Figure {
  return { work, values: ratiosOf(values, bound), unit: 'share', goal: { is: '≥', than: 0.6 } }
}

/** The time that a line takes in a document of 5,000, in times of one in a document of 100. */
function perLine(work: string, hundred: Rounds, thousands: Rounds): Figure {
  return { ...timesPerLine(work, hundred, thousands), goal: { is: '≤', than: 1.5 } }
}

function timesPerLine(work: string, hundred: Rounds, thousands: Rounds): Figure {
  return { work, values: ratiosOf(hundred, thousands).map(ratio => ratio / 50), unit: 'times' }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function sizeOf({ length }: Uint8Array): string {
  return length < 1_000_000
    ? `${Number((length / 1000).toPrecision(3))} KB`
    : `${(length / 1_000_000).toFixed(1)} MB`
}
