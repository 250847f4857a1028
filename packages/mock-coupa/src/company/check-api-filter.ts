import { type ApiFilter, readWantedFields } from './api-filter.js'
import { type Check, required, unless } from './check-field.js'

export const checkApiFilter: Check<ApiFilter> = (filter, company) => [
  ...required({ ...filter }, ['name', 'resource', 'fields']),
  ...unless(
    areFields(filter.fields),
    'fields',
    'must be a JSON list of names, such as ["id",{"supplier":["name"]}]',
  ),
  ...unless(
    filter.isDefault !== true ||
      (company.apiFilters ?? []).every(
        other => other.name === filter.name || other.resource !== filter.resource || !other.isDefault,
      ),
    'isDefault',
    'is another one already for the same answers',
  ),
]

function areFields(text: string): boolean {
  try {
    readWantedFields(text)
    return true
  } catch {
    return false
  }
}
