import type { Route } from '../route.js'
import { listAnnouncements } from './announcements/index-page.js'
import {
  editAnnouncement,
  newAnnouncement,
  removeAnnouncement,
  saveAnnouncement,
} from './announcements/show-page.js'
import { listApiClients } from './api-clients/index-page.js'
import { listScopes } from './api-clients/scopes-page.js'
import { editApiClient, newApiClient, removeApiClient, saveApiClient } from './api-clients/show-page.js'
import { listApiFilters } from './api-filters/index-page.js'
import { editApiFilter, newApiFilter, removeApiFilter, saveApiFilter } from './api-filters/show-page.js'
import { showApiReference } from './api-reference/index-page.js'
import { listApprovalGroups } from './approval-groups/index-page.js'
import {
  editApprovalGroup,
  newApprovalGroup,
  removeApprovalGroup,
  saveApprovalGroup,
} from './approval-groups/show-page.js'
import { listApprovalRules } from './approval-rules/index-page.js'
import {
  editApprovalRule,
  newApprovalRule,
  removeApprovalRule,
  saveApprovalRule,
} from './approval-rules/show-page.js'
import { editCompanySetup, saveCompanySetup } from './company/edit-page.js'
import { editCurrencies, saveCurrencies } from './currencies/edit-page.js'
import { listForms } from './forms/index-page.js'
import { editForm, newForm, removeForm, saveForm } from './forms/show-page.js'
import { listIndexCatalogs, removeIndexCatalog, uploadIndexCatalog } from './index-catalogs/index-page.js'
import { showIndexLoad } from './index-catalogs/load-page.js'
import { showSetup } from './index-page.js'
import { exportMails, listMails } from './mails/index-page.js'
import { exportPeople, listPeople } from './people/index-page.js'
import { editPerson, newPerson, removePerson, savePerson } from './people/show-page.js'
import { listPunchoutSites } from './punchout-sites/index-page.js'
import {
  editPunchoutSite,
  newPunchoutSite,
  removePunchoutSite,
  savePunchoutSite,
} from './punchout-sites/show-page.js'
import { exportSuppliers, listSuppliers } from './suppliers/index-page.js'
import { editSupplier, newSupplier, saveSupplier } from './suppliers/show-page.js'

/** Every URL of Setup. */
// biome-ignore format: the columns are the documentation
export const setupRoutes: readonly Route[] = [
  ['GET',  '/setup',                                   showSetup,           'administrator'],
  ['GET',  '/setup/people',                            listPeople,          'administrator'],
  ['GET',  '/setup/people.csv',                        exportPeople,        'administrator'],
  ['GET',  '/setup/people/new',                        newPerson,           'administrator'],
  ['POST', '/setup/people',                            savePerson,          'administrator'],
  ['GET',  '/setup/people/:login',                     editPerson,          'administrator'],
  ['POST', '/setup/people/:login',                     savePerson,          'administrator'],
  ['POST', '/setup/people/:login/remove',              removePerson,        'administrator'],
  ['GET',  '/setup/approval-rules',                    listApprovalRules,   'administrator'],
  ['GET',  '/setup/approval-rules/new',                newApprovalRule,     'administrator'],
  ['POST', '/setup/approval-rules',                    saveApprovalRule,    'administrator'],
  ['GET',  '/setup/approval-rules/:id',                editApprovalRule,    'administrator'],
  ['POST', '/setup/approval-rules/:id',                saveApprovalRule,    'administrator'],
  ['POST', '/setup/approval-rules/:id/remove',         removeApprovalRule,  'administrator'],
  ['GET',  '/setup/approval-groups',                   listApprovalGroups,  'administrator'],
  ['GET',  '/setup/approval-groups/new',               newApprovalGroup,    'administrator'],
  ['POST', '/setup/approval-groups',                   saveApprovalGroup,   'administrator'],
  ['GET',  '/setup/approval-groups/:id',               editApprovalGroup,   'administrator'],
  ['POST', '/setup/approval-groups/:id',               saveApprovalGroup,   'administrator'],
  ['POST', '/setup/approval-groups/:id/remove',        removeApprovalGroup, 'administrator'],
  ['GET',  '/setup/announcements',                     listAnnouncements,   'administrator'],
  ['GET',  '/setup/announcements/new',                 newAnnouncement,     'administrator'],
  ['POST', '/setup/announcements',                     saveAnnouncement,    'administrator'],
  ['GET',  '/setup/announcements/:id',                 editAnnouncement,    'administrator'],
  ['POST', '/setup/announcements/:id',                 saveAnnouncement,    'administrator'],
  ['POST', '/setup/announcements/:id/remove',          removeAnnouncement,  'administrator'],
  ['GET',  '/setup/forms',                             listForms,           'administrator'],
  ['GET',  '/setup/forms/new',                         newForm,             'administrator'],
  ['POST', '/setup/forms',                             saveForm,            'administrator'],
  ['GET',  '/setup/forms/:id',                         editForm,            'administrator'],
  ['POST', '/setup/forms/:id',                         saveForm,            'administrator'],
  ['POST', '/setup/forms/:id/remove',                  removeForm,          'administrator'],
  ['GET',  '/setup/company',                           editCompanySetup,    'administrator'],
  ['POST', '/setup/company',                           saveCompanySetup,    'administrator'],
  ['GET',  '/setup/currencies',                        editCurrencies,      'administrator'],
  ['POST', '/setup/currencies',                        saveCurrencies,      'administrator'],
  ['GET',  '/setup/punchout-sites',                    listPunchoutSites,   'administrator'],
  ['GET',  '/setup/punchout-sites/new',                newPunchoutSite,     'administrator'],
  ['UPLOAD', '/setup/punchout-sites',                  savePunchoutSite,    'administrator'],
  ['GET',  '/setup/punchout-sites/:id',                editPunchoutSite,    'administrator'],
  ['UPLOAD', '/setup/punchout-sites/:id',              savePunchoutSite,    'administrator'],
  ['POST', '/setup/punchout-sites/:id/remove',         removePunchoutSite,  'administrator'],
  ['GET',  '/setup/suppliers',                         listSuppliers,       'administrator'],
  ['GET',  '/setup/suppliers.csv',                     exportSuppliers,     'administrator'],
  ['GET',  '/setup/suppliers/new',                     newSupplier,         'administrator'],
  ['POST', '/setup/suppliers',                         saveSupplier,        'administrator'],
  ['GET',  '/setup/suppliers/:id',                     editSupplier,        'administrator'],
  ['POST', '/setup/suppliers/:id',                     saveSupplier,        'administrator'],
  ['GET',  '/setup/index-catalogs',                    listIndexCatalogs,   'administrator'],
  ['CATALOG', '/setup/index-catalogs',                 uploadIndexCatalog,  'administrator'],
  ['GET',  '/setup/index-catalogs/loads/:id',          showIndexLoad,       'administrator'],
  ['POST', '/setup/index-catalogs/:id/remove',         removeIndexCatalog,  'administrator'],
  ['GET',  '/oauth2/clients',                          listApiClients,      'administrator'],
  ['GET',  '/oauth2/clients/new',                      newApiClient,        'administrator'],
  ['POST', '/oauth2/clients',                          saveApiClient,       'administrator'],
  ['GET',  '/oauth2/clients/:identifier',              editApiClient,       'administrator'],
  ['POST', '/oauth2/clients/:identifier',              saveApiClient,       'administrator'],
  ['POST', '/oauth2/clients/:identifier/remove',       removeApiClient,     'administrator'],
  ['GET',  '/oauth2/scopes',                           listScopes,          'administrator'],
  ['GET',  '/api_filters',                             listApiFilters,      'administrator'],
  ['GET',  '/api_filters/new',                         newApiFilter,        'administrator'],
  ['POST', '/api_filters',                             saveApiFilter,       'administrator'],
  ['GET',  '/api_filters/:name',                       editApiFilter,       'administrator'],
  ['POST', '/api_filters/:name',                       saveApiFilter,       'administrator'],
  ['POST', '/api_filters/:name/remove',                removeApiFilter,     'administrator'],
  ['GET',  '/setup/api',                               showApiReference,    'administrator'],
  ['GET',  '/setup/mails',                             listMails,           'administrator'],
  ['GET',  '/setup/mails.csv',                         exportMails,         'administrator'],
]
