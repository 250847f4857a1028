import { parseArgs } from 'node:util'
import { help } from './help.js'
import { parseCommand } from './parse-command.js'
import { exitCode, type Terminal } from './terminal.js'
import { validateCommand } from './validate-command.js'

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
} as const

/** Runs `cxml` with the words behind its name. Returns the exit code; throws only what is a fault of ours. */
export async function runCommand(
  words: readonly string[],
  { version, ...terminal }: Terminal & { readonly version: string },
): Promise<number> {
  const command = readCommand(words)
  if (typeof command === 'string') {
    terminal.stderr.write(`cxml: ${command}\nTry: cxml --help\n`)
    return exitCode.unreadable
  }
  const { values, positionals } = command
  const [name, path = ''] = positionals
  if (values.help || values.version) {
    terminal.stdout.write(values.help ? help : `${version}\n`)
    return exitCode.ok
  }
  return name === 'parse' ? parseCommand(path, values, terminal) : validateCommand(path, values, terminal)
}

/** The complaint where the words make no command. */
function readCommand(words: readonly string[]) {
  const command = splitWords(words)
  if (typeof command === 'string') return command
  const { values, positionals } = command
  const [name, path, other] = positionals
  if (values.help || values.version) return command
  if (name === undefined)
    return 'a command is missing; expected parse or validate, as in: cxml validate order.xml'
  if (name !== 'parse' && name !== 'validate') {
    return `found the command ${JSON.stringify(name)}; expected parse or validate`
  }
  if (path === undefined)
    return `a file is missing; expected a path, or - for standard input, as in: cxml ${name} order.xml`
  if (other !== undefined)
    return `found ${JSON.stringify(other)} after ${JSON.stringify(path)}; expected one file at a time`
  if (values.strict && name !== 'parse') return '--strict is an option of parse; validate is always strict'
  return command
}

function splitWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    const isOurs =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
    if (!isOurs) throw error
    const unknown = words.find(
      word => word.startsWith('-') && !Object.hasOwn(options, word.replace(/^--/, '')),
    )
    return `found ${JSON.stringify(unknown ?? words.join(' '))}; expected --json, --strict, --help or --version`
  }
}
