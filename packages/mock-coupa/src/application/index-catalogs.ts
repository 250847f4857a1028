import { findSupplier } from '../company/find.js'
import { assertAdministrator } from '../company/people.js'
import { CoupaError } from '../errors.js'
import { findLoad, listCatalogs, listLoads, removeCatalog } from '../index-catalogs/index-records.js'
import { loadCatalog } from '../index-catalogs/load-catalog.js'
import type { IndexCatalogs } from '../index-catalogs.js'
import type { Ground } from './ground.js'

export function indexCatalogs(ground: Ground): IndexCatalogs {
  const assertAllowed = (login: string) => assertAdministrator(ground.companyFile.current, login)
  return {
    indexCatalogs(login) {
      assertAllowed(login)
      return listCatalogs(ground.db)
    },
    indexLoads(login) {
      assertAllowed(login)
      return listLoads(ground.db)
    },
    indexLoad(login, id) {
      assertAllowed(login)
      const load = findLoad(ground.db, id)
      if (load === undefined) throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no catalogue load ${id}`)
      return load
    },
    loadIndexCatalog(login, { supplier, name, bytes }) {
      assertAllowed(login)
      const trimmed = name.trim()
      if (trimmed === '' || trimmed.length > 200) {
        const message = 'must have 1 to 200 characters'
        throw new CoupaError('ERR_COUPA_INVALID', `The name of the catalogue ${message}.`, {
          fields: [{ field: 'name', message }],
        })
      }
      findSupplier(ground.companyFile.current, supplier)
      return ground.transaction(work =>
        loadCatalog(work, { supplier, name: trimmed, bytes, via: 'upload', by: login }),
      )
    },
    removeIndexCatalog(login, id) {
      assertAllowed(login)
      if (ground.transaction(work => removeCatalog(work, id))) return
      throw new CoupaError('ERR_COUPA_NOT_FOUND', `There is no index catalogue ${id}`)
    },
  }
}
