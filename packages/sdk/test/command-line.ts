import { runCommand } from '../src/cli/run-command.js'
import type { Output } from '../src/cli/terminal.js'

/** A valid document with a secret, `marker-secret`. */
export const request = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd">
<cXML payloadID="1@test.example" timestamp="2026-01-15T10:00:00+00:00">
  <Header>
    <From><Credential domain="DUNS"><Identity>1</Identity></Credential></From>
    <To><Credential domain="DUNS"><Identity>2</Identity></Credential></To>
    <Sender><Credential domain="DUNS"><Identity>1</Identity><SharedSecret>marker-secret</SharedSecret></Credential><UserAgent>Test 1.0</UserAgent></Sender>
  </Header>
  <Request><ProfileRequest/></Request>
</cXML>
`

/**
 * Runs the command in a world of two files: `order.xml`, which is also standard input, and `other.xml`; and of one folder,
 * `dtds`, with the DTD `1.2.014/cXML.dtd`.
 */
export async function run(
  words: string,
  {
    file = request,
    other = request,
    dtd = '<!ELEMENT cXML ANY>',
    isTerminal = false,
    columns = 80,
  }: {
    file?: string | Uint8Array
    other?: string
    dtd?: string
    isTerminal?: boolean
    columns?: number
  } = {},
) {
  const written = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr'): Output => ({
    write(text) {
      written[name] += typeof text === 'string' ? text : Buffer.from(text).toString('latin1')
    },
    isTerminal,
    columns,
    paint: (_style, text) => text,
  })
  const code = await runCommand(words.split(' ').filter(Boolean), {
    version: '1.2.3',
    stdout: output('stdout'),
    stderr: output('stderr'),
    async read(path) {
      if (path === 'other.xml') return Buffer.from(other)
      if (path === 'dtds/1.2.014/cXML.dtd') return Buffer.from(dtd)
      if (path !== 'order.xml' && path !== '-') throw Object.assign(new Error(), { code: 'ENOENT' })
      return typeof file === 'string' ? Buffer.from(file) : file
    },
    async list(path) {
      if (path !== 'dtds') throw Object.assign(new Error(), { code: 'ENOENT' })
      return ['1.2.014', 'README.txt']
    },
  })
  return { code, ...written }
}
