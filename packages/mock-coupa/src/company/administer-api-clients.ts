import { CoupaError } from '../errors.js'
import { invalid, problemsOf } from './check-company.js'
import type { ApiClient } from './company.js'
import type { CompanyFile } from './company-file.js'

/** Creates (a new identifier) or replaces. An empty secret keeps the old one. The answer is without the secret. */
export async function saveApiClient(file: CompanyFile, client: ApiClient): Promise<ApiClient> {
  const clients = file.current.apiClients ?? []
  const index = clients.findIndex(({ identifier }) => identifier === client.identifier)
  const thing = { ...client, secret: client.secret || (clients[index]?.secret ?? '') }
  const changed = index === -1 ? [...clients, thing] : clients.with(index, thing)
  const prefix = `apiClients[${index === -1 ? clients.length : index}].`
  const problems = problemsOf({ ...file.current, apiClients: changed })
  if (problems.length > 0) {
    throw invalid(problems.map(({ field, message }) => ({ field: field.replace(prefix, ''), message })))
  }
  await file.update(company => {
    company.apiClients = changed
  })
  return { ...thing, secret: '' }
}

export async function removeApiClient(file: CompanyFile, identifier: string): Promise<void> {
  if (!file.current.apiClients?.some(client => client.identifier === identifier)) {
    throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no API client "${identifier}"`)
  }
  await file.update(company => {
    company.apiClients = company.apiClients?.filter(client => client.identifier !== identifier) ?? []
  })
}
