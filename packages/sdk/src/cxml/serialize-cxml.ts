import type { CxmlDraft } from './document.js'

export interface SerializeOptions {
  readonly dtdVersion?: string
  readonly indent?: boolean
}

export declare function serializeCxml(document: CxmlDraft, options?: SerializeOptions): string
