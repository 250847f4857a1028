import { defaultLimits } from '../xml/limits.js'
import type { Terminal } from './terminal.js'

/** A document that no command can look into. */
export class UnreadableError extends Error {
  override readonly name = 'UnreadableError'
  readonly code = 'ERR_UNREADABLE'
}

const reasons: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file'],
  ['EISDIR', 'it is a folder; name a file in it'],
  ['EACCES', 'you may not read it'],
  ['EPERM', 'you may not read it'],
])

/** The bytes of the document that the command line names. Throws {@link UnreadableError}. */
export async function readInput(path: string, terminal: Terminal): Promise<Uint8Array> {
  const name = path === '-' ? 'Standard input' : path
  const bytes = await readBytes(path, terminal)
  if (bytes.length > defaultLimits.bytes) {
    throw new UnreadableError(`${name} is too large: ${defaultLimits.bytes} bytes are allowed.`)
  }
  if (bytes.every(isSpace)) throw new UnreadableError(`${name} is empty; a cXML document was expected.`)
  return bytes
}

async function readBytes(path: string, terminal: Terminal): Promise<Uint8Array> {
  try {
    return await terminal.read(path, defaultLimits.bytes)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
    if (typeof code !== 'string') throw cause
    throw new UnreadableError(`Cannot read ${path}: ${reasons.get(code) ?? code}.`, { cause })
  }
}

/** Space, line ends, and the bytes of a UTF-8 byte order mark. */
function isSpace(byte: number): boolean {
  return byte <= 0x20 || byte === 0xef || byte === 0xbb || byte === 0xbf
}
