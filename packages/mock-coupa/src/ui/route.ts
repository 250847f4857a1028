import { catalogLimits } from '@punchloop/sdk/catalog'
import type { Action } from './answer.js'
import { readForm } from './read-form.js'
import { readUpload, readUploadUpTo } from './read-upload.js'
import type { Audience } from './serve.js'

/** How the body of a form is read: alone, with a file, with a catalogue. */
export const bodyReaders = {
  POST: readForm,
  UPLOAD: readUpload,
  CATALOG: readUploadUpTo(catalogLimits.bytes),
} as const

/** A row of the table of URLs. `UPLOAD` and `CATALOG`: a POST whose form carries a file. */
export type Route = readonly [
  method: 'GET' | keyof typeof bodyReaders,
  path: string,
  action: Action,
  audience: Audience,
]
