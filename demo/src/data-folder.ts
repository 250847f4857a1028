import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { createSecrets, type Secrets } from './secrets.js'

/** Where the demo keeps what must survive it: a folder for each program, and the secrets that they share. */
export interface DataFolder {
  readonly path: string
  readonly coupa: string
  readonly ariba: string
  readonly marketplace: string
  readonly mail: string
  readonly secrets: Secrets
  /** Leaves a note of who works here, for {@link openDataFolder}. */
  occupy(url: string): void
  leave(): void
}

interface Occupant {
  readonly pid: number
  readonly url: string
}

/** Two demos on one folder would overwrite each other's files: the second is refused, with where the first is. */
export class FolderOccupiedError extends Error {
  override readonly name = 'FolderOccupiedError'
}

export async function openDataFolder(
  path: string,
  { fresh }: { readonly fresh: boolean },
): Promise<DataFolder> {
  const note = join(path, 'running.json')
  const occupant = readOccupant(note)
  if (occupant !== undefined && (await isThere(occupant))) {
    throw new FolderOccupiedError(
      `The demo already runs on ${path} (process ${occupant.pid}): open ${occupant.url}, or stop it first. ` +
        'A second one beside it needs a folder of its own: npm start -- --data .data/second',
    )
  }
  if (fresh) rmSync(path, { recursive: true, force: true })
  const folders = {
    coupa: join(path, 'coupa'),
    ariba: join(path, 'ariba'),
    marketplace: join(path, 'marketplace'),
    mail: join(path, 'mail'),
  }
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true })
  return {
    path,
    ...folders,
    secrets: keepSecrets(join(path, 'secrets.json')),
    occupy: url => writeFileSync(note, JSON.stringify({ pid: process.pid, url } satisfies Occupant)),
    leave: () => rmSync(note, { force: true }),
  }
}

function keepSecrets(file: string): Secrets {
  const kept: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  // A folder of an older demo has fewer.
  const secrets = { ...createSecrets(randomBytes), ...kept }
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  return secrets
}

function readOccupant(file: string): Occupant | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** A note outlives a power cut, and its process id may belong to somebody else by now: the port has to answer too. */
async function isThere({ pid, url }: Occupant): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch {
    // No such process (ESRCH), or one of another user (EPERM), which is not ours either.
    return false
  }
  const { hostname, port } = new URL(url)
  return new Promise(resolve => {
    const socket = connect({ host: hostname, port: Number(port) })
    const answer = (there: boolean) => {
      socket.destroy()
      resolve(there)
    }
    socket.once('connect', () => answer(true)).once('error', () => answer(false))
  })
}
