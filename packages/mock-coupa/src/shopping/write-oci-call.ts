import type { PunchoutSite } from '../company/punchout-site.js'
import type { OciCall, SelectedItem } from './shopping-trip.js'

/** Where the lines come back: the token stands for the trip, as a BuyerCookie does. */
export const hookPath = '/oci/hook'

/** The call structure of a site. OCI sends the password through the shopper's browser: that is how it is. */
export function writeOciCall(
  site: PunchoutSite & Required<Pick<PunchoutSite, 'oci'>>,
  by: {
    readonly publicUrl: string
    /** Of a call by the browser: what comes back finds the trip by it. */
    readonly token?: string
    readonly email: string
    /** `FUNCTION` with what it needs. Absent: to shop. */
    readonly wish?: Readonly<Record<string, string>>
  },
): OciCall {
  const { oci, url } = site
  const hook = `${by.publicUrl}${hookPath}`
  return {
    method: oci.method,
    url,
    fields: [
      field('USERNAME', oci.username),
      field('PASSWORD', oci.password),
      field('EMAIL', by.email),
      ...Object.entries(by.wish ?? {}).map(([name, value]) => field(name, value)),
      field('~OkCode', 'ADDI'),
      field('~TARGET', '_top'),
      field('~CALLER', 'CTLG'),
      ...(oci.charset === 'utf-8' ? [field('http_content_charset', 'utf-8')] : []),
      field('HOOK_URL', by.token === undefined ? hook : `${hook}?trip=${by.token}`),
    ],
  }
}

/** `FUNCTION=DETAIL`: `PRODUCTID` is what stood in EXT_PRODUCT_ID, or the part number where nothing did. */
export function detailOf({ supplierPartID, supplierPartAuxiliaryID }: SelectedItem): Record<string, string> {
  return { FUNCTION: 'DETAIL', PRODUCTID: supplierPartAuxiliaryID ?? supplierPartID }
}

function field(name: string, value: string) {
  return { name, value }
}
