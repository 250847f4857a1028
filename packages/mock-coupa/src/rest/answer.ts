import { CxmlError } from '@punchloop/sdk/cxml'
import type { Context } from 'koa'
import { timestampWithOffset } from '../control/ids.js'
import { CoupaError, type FieldProblem } from '../errors.js'
import { RestError } from './errors.js'
import type { LoadedObject } from './query/load.js'
import type { RestGround } from './schema/call.js'
import { humanName } from './schema/human-name.js'
import type { ObjectDefinition } from './schema/object.js'
import { writeJson } from './writing/json.js'
import type { Shown } from './writing/shown.js'
import { writeXml, writeXmlErrors, writeXmlList } from './writing/xml.js'

const xmlTypes = ['application/xml', 'text/xml']
const jsonTypes = ['application/json', 'text/json']

/** XML is Coupa's default: JSON must be asked for, and preferred where both are. */
function wantsJson(ctx: Context): boolean {
  // Nearly all that ask for it ask for nothing else.
  if (ctx.get('accept') === 'application/json') return true
  const preferred = ctx.accepts([...xmlTypes, ...jsonTypes])
  if (preferred === false) return /\bjson\b/i.test(ctx.get('accept'))
  return jsonTypes.includes(String(preferred))
}

export function shownOf({ companyFile }: Pick<RestGround, 'companyFile'>): Shown {
  const { utcOffset, customFields = [] } = companyFile.current
  const topLevel = customFields.filter(field => field.topLevel).map(({ object, name }) => `${object} ${name}`)
  return { time: timesOf(utcOffset), topLevelFields: new Set(topLevel) }
}

/** An answer says the same few moments again and again. */
function timesOf(utcOffset: string): Shown['time'] {
  const known = new Map<string, string>()
  return stored => {
    const written = known.get(stored) ?? timestampWithOffset(new Date(stored), utcOffset)
    known.set(stored, written)
    return written
  }
}

export function answerOne(ctx: Context, one: LoadedObject, shown: Shown): void {
  if (wantsJson(ctx)) answerWith(ctx, 'json', writeJson(one, shown))
  else answerWith(ctx, 'xml', writeXml(one, shown))
}

/** Nothing found is `[]` in JSON and 404 in XML. Documented. */
export function answerList(
  ctx: Context,
  object: ObjectDefinition,
  list: readonly LoadedObject[],
  shown: Shown,
): void {
  if (wantsJson(ctx)) answerWith(ctx, 'json', writeJson(list, shown))
  else if (list.length === 0) answerErrors(ctx, 404, object.name, ['No results match your search criteria.'])
  else answerWith(ctx, 'xml', writeXmlList(object, list, shown))
}

/** `{"errors":{"requisition_header":["…"]}}`, or `<errors><error>…</error></errors>`. */
export function answerErrors(ctx: Context, status: number, about: string, messages: readonly string[]): void {
  ctx.status = status
  if (wantsJson(ctx)) {
    answerWith(ctx, 'json', JSON.stringify({ errors: { [about.replaceAll('-', '_')]: messages } }))
  } else answerWith(ctx, 'xml', writeXmlErrors(messages))
}

function answerWith(ctx: Context, type: 'json' | 'xml', body: string): void {
  ctx.set('Content-Type', `application/${type}; charset=utf-8`)
  ctx.body = body
}

/** Whatever was refused, in Coupa's format. What nobody foresaw is reported, and said to be a fault of ours. */
export function answerFault(ground: RestGround, ctx: Context, about: string, error: unknown): void {
  if (error instanceof RestError) {
    answerErrors(ctx, error.status, error.about, error.messages)
    return
  }
  if (error instanceof CoupaError) {
    const messages = error.fields.length > 0 ? error.fields.map(sentenceOf) : [error.message]
    answerErrors(ctx, statusOf(error), about, messages)
    return
  }
  if (error instanceof CxmlError) {
    answerErrors(ctx, 400, about, [error.message])
    return
  }
  ground.onFault(error)
  answerErrors(ctx, 500, about, ['Unexpected server error.'])
}

/** What a page says beside a field begins with the field's name here: `poEmail must be …` → `Po email must be …`. */
function sentenceOf({ field, message }: FieldProblem): string {
  if (!/^(must|is|are) /.test(message)) return message
  const name = field.replace(/^.*\./, '').replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)
  return `${humanName(name)} ${message}`
}

/** Documented: 400 for whatever a rule refuses. */
function statusOf({ status }: CoupaError): number {
  return status === 404 || status === 403 || status >= 500 ? status : 400
}
