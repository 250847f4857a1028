import { parseArgs } from 'node:util'
import { UsageError } from './usage-error.js'

/** A flag, the environment variable that stands for it, and what `--help` says. */
export interface Flag {
  readonly env: string
  readonly value: string
  readonly help: string
  readonly default?: string
}

export interface Sources {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

export interface Arguments<Name extends string> {
  /** Flag, else environment, else default, else undefined. */
  read(name: Name): string | undefined
  /** The same, where the program cannot do without. */
  need(name: Name): string
}

/** `undefined` when somebody asked for help. */
export function readArguments<Name extends string>(
  flags: Readonly<Record<Name, Flag>>,
  { args, env }: Sources,
): Arguments<Name> | undefined {
  const given = parse(Object.keys(flags), args)
  if (given.help === true) return undefined
  const read = (name: Name) => {
    const flag = flags[name]
    const value = given[name]
    return (typeof value === 'string' ? value : undefined) ?? (env[flag.env] || undefined) ?? flag.default
  }
  return {
    read,
    need(name) {
      const value = read(name)
      if (value === undefined) throw new UsageError(`--${name} (or ${flags[name].env}) is missing`)
      return value
    },
  }
}

function parse(
  names: readonly string[],
  args: readonly string[],
): Record<string, string | boolean | undefined> {
  const options = Object.fromEntries(names.map(name => [name, { type: 'string' } as const]))
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
    })
    return values
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`${message}\nRun with --help to see what can be said.`, { cause })
  }
}

export function helpText(usage: string, flags: Readonly<Record<string, Flag>>): string {
  const rows = Object.entries(flags).map(([name, flag]) => {
    const preset = flag.default === undefined ? '' : ` (default ${flag.default})`
    return `  ${`--${name} ${flag.value}`.padEnd(24)} ${flag.env.padEnd(12)} ${flag.help}${preset}`
  })
  return [usage, '', ...rows, `  ${'--help'.padEnd(24)} ${''.padEnd(12)} this text`].join('\n')
}

export function readPort(text: string, name: string): number {
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new UsageError(`${name}: found "${text}", expected a port number from 0 to 65535`)
}

/** `127.0.0.1:2525`, `[::1]:2525` or, for the host at hand, `2525`. */
export function readHostAndPort(
  text: string,
  name: string,
): { readonly host: string; readonly port: number } {
  const found = /^(?:(\[[0-9a-f:]+\]|[^:\s]+):)?(\d{1,5})$/i.exec(text)
  if (found === null)
    throw new UsageError(`${name}: found "${text}", expected host:port, for example 127.0.0.1:2525`)
  const host = (found[1] ?? '127.0.0.1').replace(/^\[|\]$/g, '')
  return { host, port: readPort(found[2] ?? '', name) }
}
