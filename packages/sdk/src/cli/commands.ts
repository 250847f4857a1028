import { catalogCommand } from './catalog-command.js'
import { diffCommand } from './diff-command.js'
import { parseCommand } from './parse-command.js'
import { profileCommand } from './profile-command.js'
import { redactCommand } from './redact-command.js'
import type { Terminal } from './terminal.js'
import { validateCommand } from './validate-command.js'

/** What can be said on the command line besides the command and its files. */
export interface CommandOptions {
  readonly json: boolean
  readonly strict: boolean
  readonly personal: boolean
  readonly dtd?: string
}

/** One command of `cxml`. */
export interface Command {
  /** How many files it takes. */
  readonly files: { readonly least: number; readonly most: number }
  /** Of the options that not every command has. */
  readonly options: readonly (keyof CommandOptions)[]
  /** Returns the exit code. */
  readonly run: (files: readonly string[], options: CommandOptions, terminal: Terminal) => Promise<number>
}

export const commands: Readonly<Record<string, Command>> = {
  parse: {
    files: { least: 1, most: 1 },
    options: ['strict'],
    run: ([file = ''], options, terminal) => parseCommand(file, options, terminal),
  },
  validate: {
    files: { least: 1, most: Number.POSITIVE_INFINITY },
    options: ['dtd'],
    run: validateCommand,
  },
  diff: {
    files: { least: 2, most: 2 },
    options: [],
    run: ([left = '', right = ''], options, terminal) => diffCommand({ left, right }, options, terminal),
  },
  profile: {
    files: { least: 1, most: 1 },
    options: [],
    run: ([file = ''], options, terminal) => profileCommand(file, options, terminal),
  },
  redact: {
    files: { least: 1, most: 1 },
    options: ['personal'],
    run: ([file = ''], options, terminal) => redactCommand(file, options, terminal),
  },
  catalog: {
    files: { least: 1, most: 1 },
    options: [],
    run: ([file = ''], options, terminal) => catalogCommand(file, options, terminal),
  },
}
