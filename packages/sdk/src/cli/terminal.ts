/** What a command may touch. Given to it, so that tests can look at all of it. */
export interface Terminal {
  readonly stdout: Output
  readonly stderr: Output
  /** Bytes of a file: its path as the user wrote it, `-` for standard input. No more than `most` and one. */
  read(path: string, most: number): Promise<Uint8Array>
  /** Names of what is in a folder: its path as the user wrote it. */
  list(path: string): Promise<readonly string[]>
}

export interface Output {
  write(written: string | Uint8Array): void
  /** A person is looking. */
  readonly isTerminal: boolean
  /** Characters a line. */
  readonly columns: number
  paint(style: Style, text: string): string
}

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green'

/** The exit codes of `cxml`. */
export const exitCode = {
  /** Valid, or read, or the same. */
  ok: 0,
  /** Not valid, no cXML document, or not the same. */
  refused: 1,
  /** No such file, no text, empty, too large; or the command itself was wrong. */
  unreadable: 2,
} as const

/** What a file is called in a message. */
export function nameOf(path: string): string {
  return path === '-' ? 'Standard input' : path
}

/** `1 error`, `2 errors`, `1,000 errors`. */
export function count(number: number, noun: string): string {
  return `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`
}
