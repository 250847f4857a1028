#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { styleText } from 'node:util'
import { runCommand } from './cli/run-command.js'
import type { Output } from './cli/terminal.js'

/** `pnpm cxml` runs in the folder of the workspace; paths are meant from where it was called. */
const folder = process.env.npm_lifecycle_event === 'cxml' ? (process.env.INIT_CWD ?? '.') : '.'

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))

// `cxml parse order.xml | head` closes early, which is no mistake.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await runCommand(process.argv.slice(2), {
  version,
  stdout: outputTo(process.stdout),
  stderr: outputTo(process.stderr),
  async read(path, most) {
    if (path === '-') return readUpTo(process.stdin, most)
    const file = await open(resolve(folder, path))
    return readUpTo(file.createReadStream(), most)
  },
  list: path => readdir(resolve(folder, path)),
})

function outputTo(stream: NodeJS.WriteStream): Output {
  return {
    write: text => void stream.write(text),
    isTerminal: stream.isTTY === true,
    // Some terminals say 0.
    columns: stream.columns || 80,
    paint: (style, text) => styleText(style, text, { stream }),
  }
}

async function readUpTo(stream: Readable, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    length += chunk.length
    if (length > most) break
  }
  return Buffer.concat(chunks)
}
