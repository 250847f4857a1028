import type { PunchoutSite } from '../company/company.js'
import type { OciCall, SelectedItem } from './shopping-trip.js'

/** Where the lines come back: the token stands for the trip, as a BuyerCookie does. */
export const hookPath = '/oci/hook'

/** The call structure of a site. OCI sends the password through the shopper's browser: that is how it is. */
export function writeOciCall(
  site: PunchoutSite & Required<Pick<PunchoutSite, 'oci'>>,
  by: {
    readonly publicUrl: string
    readonly token: string
    readonly email: string
    readonly selectedItem?: SelectedItem
  },
): OciCall {
  const { oci, url } = site
  const detail =
    by.selectedItem === undefined
      ? []
      : [field('FUNCTION', 'DETAIL'), field('PRODUCTID', by.selectedItem.supplierPartID)]
  return {
    method: oci.method,
    url,
    fields: [
      field('USERNAME', oci.username),
      field('PASSWORD', oci.password),
      field('EMAIL', by.email),
      ...detail,
      field('~OkCode', 'ADDI'),
      field('~TARGET', '_top'),
      field('~CALLER', 'CTLG'),
      ...(oci.charset === 'utf-8' ? [field('http_content_charset', 'utf-8')] : []),
      field('HOOK_URL', `${by.publicUrl}${hookPath}?trip=${by.token}`),
    ],
  }
}

function field(name: string, value: string) {
  return { name, value }
}
