import { parseArgs } from 'node:util'
import { type Command, type CommandOptions, commands } from './commands.js'
import { help } from './help.js'
import { exitCode, type Terminal } from './terminal.js'

const options = {
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  personal: { type: 'boolean', default: false },
  dtd: { type: 'string' },
} as const

/** Runs `cxml` with the words behind its name. Returns the exit code; throws only what is a fault of ours. */
export async function runCommand(
  words: readonly string[],
  { version, ...terminal }: Terminal & { readonly version: string },
): Promise<number> {
  const wanted = readWords(words)
  if (typeof wanted === 'string') {
    terminal.stderr.write(`cxml: ${wanted}\nTry: cxml --help\n`)
    return exitCode.unreadable
  }
  if (wanted.command === undefined) {
    terminal.stdout.write(wanted.values.help ? help : `${version}\n`)
    return exitCode.ok
  }
  return wanted.command.run(wanted.files, wanted.values, terminal)
}

interface Wanted {
  readonly values: CommandOptions & { readonly help: boolean }
  readonly files: readonly string[]
  /** Absent where only help or the version is asked for. */
  readonly command?: Command
}

/** The complaint where the words make no command. */
function readWords(words: readonly string[]): Wanted | string {
  const split = splitWords(words)
  if (typeof split === 'string') return split
  const { values, positionals } = split
  if (values.help || values.version) return { values, files: [] }
  const [name, ...files] = positionals
  const names = Object.keys(commands)
    .join(', ')
    .replace(/, (\w+)$/, ' or $1')
  if (name === undefined) {
    return `a command is missing; expected ${names}, as in: cxml validate order.xml`
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) return `found the command ${JSON.stringify(name)}; expected ${names}`
  return complaintAbout(name, command, { values, files }) ?? { values, files, command }
}

function complaintAbout(
  name: string,
  { files: { least, most }, options }: Command,
  wanted: Wanted,
): string | undefined {
  const { files, values } = wanted
  if (files.length < least) {
    const example = least === 1 ? 'order.xml' : 'sent.xml received.xml'
    return least === 1
      ? `a file is missing; expected a path, or - for standard input, as in: cxml ${name} ${example}`
      : `found ${files.length} of ${least} files; expected two paths, as in: cxml ${name} ${example}`
  }
  const extra = files[most]
  if (extra !== undefined) {
    const expected = most === 1 ? 'one file at a time' : `${most} files`
    return `found ${JSON.stringify(extra)} after ${JSON.stringify(files[most - 1])}; expected ${expected}`
  }
  if (files.filter(file => file === '-').length > 1) {
    return 'found - twice; standard input can be read only once'
  }
  if (values.strict && !options.includes('strict')) {
    return `--strict is an option of parse${name === 'validate' ? '; validate is always strict' : ''}`
  }
  if (values.dtd !== undefined && !options.includes('dtd')) return '--dtd is an option of validate'
  if (values.personal && !options.includes('personal')) return '--personal is an option of redact'
  return undefined
}

function splitWords(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch (error) {
    const isOurs =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
    if (!isOurs) throw error
    if (words.at(-1) === '--dtd')
      return '--dtd needs a folder with DTD files, as in: cxml validate --dtd dtds order.xml'
    const unknown = words.find(
      word => word.startsWith('-') && !Object.hasOwn(options, word.replace(/^--/, '').replace(/=.*/, '')),
    )
    return `found ${JSON.stringify(unknown ?? words.join(' '))}; expected --json, --strict, --personal, --dtd, --help or --version`
  }
}
