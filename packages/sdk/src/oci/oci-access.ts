/** Versions of SAP's Open Catalog Interface that are in use. They differ in the lengths of fields. */
export type OciVersion = '3.0' | '4.0' | '5.0'

/** How a buyer with SAP SRM, MM or S/4HANA enters by OCI: the call structure of its catalogue, seen from our side. */
export interface OciAccess {
  /** What the call authenticates with. Unique among all buyers: it is all that an OCI call identifies a buyer by. */
  readonly username: string
  /** Two while one is being replaced. Never empty strings. */
  readonly passwords: readonly string[]
  /** Default `4.0`. */
  readonly version?: OciVersion
  /** Fields of the buyer's call structure that have another name than usual. Case counts. */
  readonly fields?: {
    /** Default `USERNAME`. */
    readonly username?: string
    /** Default `PASSWORD`. */
    readonly password?: string
    /** Default `HOOK_URL`. */
    readonly hookUrl?: string
    /** Where the call says who shops. OCI has no names for that; without them the marketplace does not learn it. */
    readonly login?: string
    readonly email?: string
    readonly firstName?: string
    readonly lastName?: string
  }
  /**
   * The buyer's units by ours: `{ EA: 'ST' }`. SAP takes ISO codes (UN/CEFACT) where its table T006 maps them, so nothing
   * has to be said of most.
   */
  readonly units?: Readonly<Record<string, string>>
  /** Our number in the buyer's system, up to 10 characters: `VENDOR` of every line. Absent: the buyer knows us by its call structure. */
  readonly vendor?: string
}

export const usualFields = { username: 'USERNAME', password: 'PASSWORD', hookUrl: 'HOOK_URL' } as const
