import type { FieldProblem } from '../errors.js'
import { unless } from './check-field.js'
import { sslVersions, type TlsSettings } from './tls-settings.js'

export function checkTlsSettings({ sslVersion }: TlsSettings): FieldProblem[] {
  return unless(
    sslVersion === undefined || sslVersions.includes(sslVersion),
    'sslVersion',
    `must be one of ${sslVersions.join(', ')}, or absent; found "${sslVersion}"`,
  )
}
