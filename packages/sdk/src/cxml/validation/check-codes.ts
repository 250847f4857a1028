import type { XmlElement } from '../../xml/element.js'
import { trimXmlSpace } from '../../xml/space.js'
import { countryMeantBy, isCountry } from '../values/country.js'
import { currencyOf } from '../values/currency.js'
import { unitMeantBy, unitOfMeasure } from '../values/unit-of-measure.js'
import { readUnspsc } from '../values/unspsc.js'
import type { Attribute } from './attribute-kind.js'
import { quoted, textOf } from './quoted.js'
import type { Report } from './report.js'

export function checkUnitOfMeasure(element: XmlElement, report: Report): void {
  const code = trimXmlSpace(textOf(element))
  if (unitOfMeasure(code) !== undefined) return
  const meant = code.length > 40 ? undefined : unitMeantBy(code)
  const mend = meant === undefined ? 'Write one of those, as in EA, HUR or MON.' : `Write ${meant}.`
  report.warn(
    'WARN_CXML_UNIT_OF_MEASURE',
    element,
    `The unit of measure is ${quoted(code)}; expected a code of UN/CEFACT Recommendation 20. ${mend}`,
  )
}

/** Of other schemes nothing is known. */
export function checkClassification(element: XmlElement, report: Report): void {
  if (!/^UNSPSC/i.test(trimXmlSpace(element.attribute('domain') ?? ''))) return
  const text = trimXmlSpace(textOf(element))
  if (/^[1-9]\d{7}$/.test(text) || readUnspsc(element.attribute('code') ?? '') !== undefined) return
  const meant = readUnspsc(text)?.code
  const mend = meant === undefined ? ', as in 43232300.' : `. Write ${meant}.`
  report.warn(
    'WARN_CXML_UNSPSC',
    element,
    `The UNSPSC code is ${quoted(text)}; expected 8 digits, the first not 0${mend}`,
  )
}

export function checkCurrency({ element, name, value }: Attribute, report: Report): void {
  if (value === '' || currencyOf(value) !== undefined) return
  const meant = currencyOf(value.trim().toUpperCase())?.code
  const mend = meant === undefined ? '' : ` Write ${meant}.`
  report.warn(
    'WARN_CXML_CURRENCY',
    element,
    `The currency is ${quoted(value)}; expected a code of ISO 4217, as in USD or EUR.${mend}`,
    `@${name}`,
  )
}

export function checkCountry({ element, name, value }: Attribute, report: Report): void {
  if (value === '' || isCountry(value)) return
  const meant = countryMeantBy(trimXmlSpace(value))
  const mend = meant === undefined ? '' : ` Write ${meant}.`
  report.warn(
    'WARN_CXML_COUNTRY',
    element,
    `The country is ${quoted(value)}; expected a code of ISO 3166 of two letters, as in US or DE.${mend}`,
    `@${name}`,
  )
}

/** Grandfathered tags and private ones, which `Intl` does not take. */
const special = /^[ix]-/i

/** A tag of BCP 47, whose region, if it is a country, is one of ISO 3166. */
export function checkLanguage({ element, name, value }: Attribute, report: Report): void {
  if (value === '' || special.test(value)) return
  const canonical = canonicalLanguage(value)
  const region = /^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})(?=-|$)/.exec(value)?.[1]
  if (canonical !== undefined && (region === undefined || isCountry(region.toUpperCase()))) return
  const meant =
    canonical === undefined
      ? canonicalLanguage(value.trim().replaceAll('_', '-'))
      : value.replace(`-${region}`, `-${countryMeantBy(region ?? '') ?? region}`)
  const mend = meant === undefined || meant === value ? '' : ` Write ${meant}.`
  report.warn(
    'WARN_CXML_LANGUAGE',
    element,
    `The language is ${quoted(value)}; expected a tag of BCP 47, as in en or en-US.${mend}`,
    `@${name}`,
  )
}

/** A language has two or three letters: longer ones could be registered, and none ever was. */
function canonicalLanguage(tag: string): string | undefined {
  if (!/^[A-Za-z]{2,3}(?:-|$)/.test(tag)) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
