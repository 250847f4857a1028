import type { ExportAnswer, Page, Visit } from '../answer.js'
import { exportList, showList } from '../lists/show-list.js'
import { paths } from '../paths.js'
import { ArrivalTabs } from '../receipts/tabs.js'
import { shipNoticeList } from './ship-notice-list.js'

export function listShipNotices(visit: Visit): Page {
  return showList(visit, {
    title: 'Ship notices',
    lead: 'What suppliers say is on its way.',
    section: 'receipts',
    tabs: <ArrivalTabs current={paths.shipNotices} />,
    list: shipNoticeList,
    read: visit.coupa.shipNoticeList,
  })
}

export function exportShipNotices(visit: Visit): ExportAnswer {
  return exportList(visit, { list: shipNoticeList, read: visit.coupa.allOfShipNoticeList })
}
