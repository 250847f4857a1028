import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { parseCxml, serializeCxml, validateCxml } from '@punchloop/sdk/cxml'
import { SaxesParser } from 'saxes'
import { bareTemplate } from './bare-template.js'
import { cart, order, setupRequest } from './documents.js'
import { validationByLibxml2 } from './dtd-validation.js'
import { atLeast, atMost, factor, percent, perSecond, type Result } from './goals.js'
import { growthOf } from './growth.js'
import { dimensions } from './hostile.js'
import { type Contender, measure, type Rate } from './measure.js'
import { memoryOf } from './memory.js'
import { showGrowth, showRates, showResults, steepest } from './show.js'

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
  },
})
const { markdown } = options
const effort = options.quick ? { rounds: 3, roundTime: 100 } : { rounds: 9, roundTime: 250 }

const setup = bytesOf(setupRequest())
const hundred = bytesOf(order(100))
const thousands = bytesOf(order(5000))
const hundredOut = cart(100)
const thousandsOut = cart(5000)

const work = {
  parseSetup: contender('parse a setup request', () => parseCxml(setup)),
  saxesSetup: contender('bare saxes, the same bytes', () => bareSaxes(setup)),
  parseOrder: contender('parse an order of 100 lines', () => parseCxml(hundred)),
  saxesOrder: contender('bare saxes, the same bytes', () => bareSaxes(hundred)),
  writeCart: contender('write a cart of 100 lines', () => serializeCxml(hundredOut)),
  template: contender('bare string template, the same text', () => bareTemplate(hundredOut)),
  validate: contender('validate the order', () => validateCxml(hundred)),
  parseThousands: contender('parse an order of 5,000 lines', () => parseCxml(thousands)),
  writeThousands: contender('write a cart of 5,000 lines', () => serializeCxml(thousandsOut)),
  validateThousands: contender('validate an order of 5,000 lines', () => validateCxml(thousands)),
}
const text = order(100)
const libxml2 = validationByLibxml2()
const validateByLibxml2 = libxml2 && contender('libxml2 and the DTD, the same text', () => libxml2(text))

process.stderr.write('Measuring: about a minute. The quieter the machine, the truer.\n')
const rates = new Map<Contender, Rate>()
for (const group of [
  [work.parseSetup, work.saxesSetup],
  [work.parseOrder, work.saxesOrder],
  [work.writeCart, work.template],
  [work.validate, ...(validateByLibxml2 === undefined ? [] : [validateByLibxml2])],
  [work.parseThousands, work.writeThousands, work.validateThousands],
]) {
  process.stderr.write(`  ${group[0]?.name} …\n`)
  for (const [index, rate] of measure(group, effort).entries()) {
    const one = group[index]
    if (one !== undefined) rates.set(one, rate)
  }
}
process.stderr.write('  memory …\n')
const memory = memoryOf(() => parseCxml(thousands)) / thousands.length
process.stderr.write('  hostile documents …\n')
const growths = dimensions.map(dimension => growthOf(dimension, text => [parseCxml(text)]))
const validations = dimensions.map(dimension => growthOf(dimension, text => validateCxml(text)))

const results: readonly Result[] = [
  atLeast('parse a setup request', rateOf(work.parseSetup), 6300, perSecond),
  atLeast('… of what bare saxes does', rateOf(work.parseSetup) / rateOf(work.saxesSetup), 0.6, percent),
  atLeast('parse an order of 100 lines', rateOf(work.parseOrder), 300, perSecond),
  atLeast('… of what bare saxes does', rateOf(work.parseOrder) / rateOf(work.saxesOrder), 0.6, percent),
  atLeast('write a cart of 100 lines', rateOf(work.writeCart), 1750, perSecond),
  atLeast('… of what a bare template does', rateOf(work.writeCart) / rateOf(work.template), 0.6, percent),
  atLeast('validate an order of 100 lines', rateOf(work.validate), 88, perSecond),
  atMost('time a line, 5,000 lines: parse', perLine(work.parseThousands, work.parseOrder), 1.5, factor),
  atMost('time a line, 5,000 lines: write', perLine(work.writeThousands, work.writeCart), 1.5, factor),
  atMost('time a line, 5,000 lines: validate', perLine(work.validateThousands, work.validate), 1.5, factor),
  atMost('memory of 5,000 lines, of the document', memory, 12, factor),
]
const isLinear = [...growths, ...validations].every(({ exponent }) => exponent <= steepest)

const [cpu] = cpus()
const sizes = [setup, hundred, thousands].map(({ length }) => `${(length / 1000).toFixed(1)} KB`)
process.stdout.write(
  `${[
    `Node ${process.versions.node}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}. A setup request of ${sizes[0]}, orders of ${sizes[1]} and ${sizes[2]}.`,
    showResults(results, markdown),
    `Operations in a second of processor time, median of ${effort.rounds} rounds:`,
    showRates([...rates.values()], markdown),
    'Hostile documents, parsed:',
    showGrowth(growths, markdown),
    'Hostile documents, validated:',
    showGrowth(validations, markdown),
  ].join('\n\n')}\n`,
)
if (options.strict && !(isLinear && results.every(({ isMet }) => isMet))) process.exitCode = 1

function contender(name: string, run: () => unknown): Contender {
  return { name, run }
}

function rateOf(contender: Contender): number {
  return rates.get(contender)?.median ?? 0
}

/** Time for a line of 5,000, in times of one of 100. */
function perLine(large: Contender, small: Contender): number {
  return rateOf(small) / (rateOf(large) * 50)
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** The events, and nothing made of them. */
function bareSaxes(bytes: Uint8Array): void {
  const parser = new SaxesParser({ position: false })
  parser.on('error', error => {
    throw error
  })
  parser.write(new TextDecoder().decode(bytes)).close()
}
