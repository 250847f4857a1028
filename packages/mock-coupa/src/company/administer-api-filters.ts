import { CoupaError } from '../errors.js'
import type { ApiFilter } from './api-filter.js'
import { invalid, problemsOf } from './check-company.js'
import type { CompanyFile } from './company-file.js'

/** Creates, or replaces the one that was named so. */
export async function saveApiFilter(
  file: CompanyFile,
  filter: ApiFilter,
  named?: string,
): Promise<ApiFilter> {
  const filters = file.current.apiFilters ?? []
  const index = named === undefined ? filters.length : placeOf(file, named)
  const changed = filters.toSpliced(index, 1, filter)
  const prefix = `apiFilters[${index}].`
  const problems = problemsOf({ ...file.current, apiFilters: changed })
  if (problems.length > 0) {
    throw invalid(problems.map(({ field, message }) => ({ field: field.replace(prefix, ''), message })))
  }
  await file.update(company => {
    company.apiFilters = changed
  })
  return filter
}

export async function removeApiFilter(file: CompanyFile, named: string): Promise<void> {
  const index = placeOf(file, named)
  await file.update(company => {
    company.apiFilters = (company.apiFilters ?? []).toSpliced(index, 1)
  })
}

function placeOf({ current: { apiFilters = [] } }: CompanyFile, named: string): number {
  const index = apiFilters.findIndex(({ name }) => name === named)
  if (index === -1) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no API filter "${named}"`)
  return index
}
