import type { ExportAnswer, Page, Visit } from '../answer.js'
import { exportList, showList } from '../lists/show-list.js'
import { paths } from '../paths.js'
import { requisitionList } from './requisition-list.js'

export function listRequisitions(visit: Visit): Page {
  const { administrator } = visit.person
  return showList(visit, {
    title: 'Requests',
    lead: administrator ? 'What everybody has requested.' : 'What you have requested.',
    section: 'requests',
    list: requisitionList(paths.requisitions, administrator),
    read: visit.coupa.requisitionList,
  })
}

export function exportRequisitions(visit: Visit): ExportAnswer {
  return exportList(visit, {
    list: requisitionList(paths.requisitions, visit.person.administrator),
    read: visit.coupa.allOfRequisitionList,
  })
}
