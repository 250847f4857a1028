import type { Limits } from '../xml/limits.js'
import type { CxmlDocument } from './document.js'

export interface ParseOptions {
  /** `charset` of the HTTP `Content-Type`. */
  readonly charset?: string
  readonly limits?: Partial<Limits>
}

export declare function parseCxml(input: Uint8Array | string, options?: ParseOptions): CxmlDocument
