import { CoupaError } from '../errors.js'
import { invalid, problemsOf } from './check-company.js'
import type { Company } from './company.js'
import type { CompanyFile } from './company-file.js'

/** One list of the configuration. */
export interface ConfiguredList<T> {
  /** As it is called in `company.json`. */
  readonly name: string
  /** One of it, in the middle of a sentence. */
  readonly noun: string
  /** Of a company that may be changed; made where there is none. */
  readonly of: (company: Company) => T[]
}

/** One thing of a list. */
export interface Meant<T> {
  /** What somebody called it: `"emma"`, `7`. */
  readonly name: string
  readonly isMeant: (thing: T) => boolean
}

/**
 * Puts a thing in the place of the one that is meant, or at the end. `ERR_COUPA_INVALID` names problems of the thing itself
 * by its own fields: `email`, `openBuy.url`.
 */
export async function saveInto<T>(
  file: CompanyFile,
  list: ConfiguredList<T>,
  { thing, isMeant }: Pick<Meant<T>, 'isMeant'> & { readonly thing: T },
): Promise<T> {
  const place = (company: Company) => {
    const things = list.of(company)
    const index = things.findIndex(isMeant)
    if (index === -1) return things.push(thing) - 1
    things[index] = thing
    return index
  }
  const draft = structuredClone(file.current)
  const prefix = `${list.name}[${place(draft)}].`
  const fields = problemsOf(draft).map(({ field, message }) => ({
    field: field.replace(prefix, ''),
    message,
  }))
  if (fields.length > 0) throw invalid(fields)
  await file.update(place)
  return thing
}

/** `ERR_COUPA_NOT_FOUND` where there is none; `ERR_COUPA_INVALID` while something else refers to it. */
export async function removeFrom<T>(
  file: CompanyFile,
  list: ConfiguredList<T>,
  meant: Meant<T>,
): Promise<void> {
  await file.update(company => {
    const things = list.of(company)
    const index = things.findIndex(meant.isMeant)
    if (index === -1) throw missing(list, meant)
    things.splice(index, 1)
  })
}

/** `ERR_COUPA_NOT_FOUND` where there is none. */
export function assertIn<T>(file: CompanyFile, list: ConfiguredList<T>, meant: Meant<T>): void {
  if (!thingsOf(file, list).some(meant.isMeant)) throw missing(list, meant)
}

function missing<T>({ noun }: ConfiguredList<T>, { name }: Meant<T>): CoupaError {
  return new CoupaError('ERR_COUPA_NOT_FOUND', `There is no ${noun} ${name}`)
}

/** Of a copy: a list that is not there yet is made. */
function thingsOf<T>({ current }: CompanyFile, list: ConfiguredList<T>): readonly T[] {
  return list.of(structuredClone(current))
}

interface Numbered {
  readonly id: number
}

/** The id that it has, or the next one for a thing that has none. `ERR_COUPA_NOT_FOUND` where nothing has it. */
export function idIn<T extends Numbered>(
  file: CompanyFile,
  list: ConfiguredList<T>,
  wanted: number | undefined,
): number {
  if (wanted === undefined) return Math.max(0, ...thingsOf(file, list).map(({ id }) => id)) + 1
  assertIn(file, list, numbered(wanted))
  return wanted
}

export async function saveNumbered<T extends Numbered>(
  file: CompanyFile,
  list: ConfiguredList<T>,
  thing: T,
): Promise<T> {
  return saveInto(file, list, { thing, ...numbered(thing.id) })
}

export async function removeNumbered<T extends Numbered>(
  file: CompanyFile,
  list: ConfiguredList<T>,
  id: number,
): Promise<void> {
  await removeFrom(file, list, numbered(id))
}

function numbered(wanted: number): Meant<Numbered> {
  return { name: String(wanted), isMeant: ({ id }) => id === wanted }
}
