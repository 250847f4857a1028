/**
 * What `npm start` and `npm test` run: plain JavaScript for whatever Node is at hand, from 18 up. It finds or brings
 * the Node and the pnpm that the workspace needs, installs, builds, and then steps aside.
 *
 *   node launch.mjs demo [arguments of `pnpm demo`]
 *   node launch.mjs check [arguments of `vitest run`]
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { constants, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(fileURLToPath(import.meta.url))
const onWindows = process.platform === 'win32'
const remembered = join(root, '.cache', 'launch.json')

/** The first Node whose `node:sqlite` needs no flag and has all that the stores call. */
const oldestNode = [22, 16]
const broughtNode = 'node@24'
const broughtPnpm = 'pnpm@12'

const [task = '', ...rest] = process.argv.slice(2)
const tasks = { demo: runDemo, check: runCheck, where: tellWhere }

/** Set while a child runs: what a signal to us means for it. */
let interrupt = () => {}
let interruptedBy
function interruptBy(signal) {
  interruptedBy = signal
  interrupt()
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => interruptBy(signal))

// npm passes a signal on to the shell between us, which ends without telling us: then we have a new parent.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(watch)
  interruptBy('SIGTERM')
}, 250)
watch.unref()

if (!Object.hasOwn(tasks, task)) {
  console.error(`launch.mjs: found the task "${task}", expected demo or check, as in: node launch.mjs demo`)
  process.exit(2)
}
try {
  process.exitCode = await tasks[task](rest)
} catch (error) {
  if (interruptedBy === undefined) console.error(`\n${error.message}`)
  process.exitCode = interruptedBy === undefined ? 1 : exitCodeOf(interruptedBy)
}

async function runDemo(args) {
  const tools = await prepare({ needsPnpm: false })
  await step('Building', tools.node, [join('node_modules', 'typescript', 'bin', 'tsc'), '-b', 'demo'], tools)
  // The channel tells the demo when we are gone, however we went: nothing is left running.
  const child = spawn(tools.node, [join('demo', 'dist', 'start.js'), ...args], {
    cwd: root,
    env: environment(tools),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  interrupt = () => child.connected && child.send({ kind: 'stop' })
  return exitOf(child)
}

async function runCheck(args) {
  const tools = await prepare({ needsPnpm: true })
  // A process group of its own: a signal reaches everything that the tests have started.
  const child = spawn(tools.pnpm, ['--silent', 'check', ...args], {
    cwd: root,
    env: environment(tools),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !onWindows,
    shell: onWindows,
  })
  interrupt = () => (onWindows ? child.kill() : process.kill(-child.pid, 'SIGTERM'))
  const code = await exitOf(child)
  return interruptedBy === undefined ? code : exitCodeOf(interruptedBy)
}

/** Node and pnpm, with the packages that the lockfile names installed. */
async function prepare({ needsPnpm }) {
  const stale = !isInstalled()
  const tools = await findTools(needsPnpm || stale)
  if (stale) {
    await step(
      'Installing packages',
      tools.pnpm,
      ['install', '--frozen-lockfile', '--reporter=append-only'],
      tools,
    )
  }
  return tools
}

/** pnpm keeps a copy of the lockfile it installed from; when both say the same there is nothing to install. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.pnpm', 'lock.yaml')
  if (!existsSync(installed)) return false
  return readFileSync(installed).equals(readFileSync(join(root, 'pnpm-lock.yaml')))
}

/** The Node at hand where it will do, else the one remembered from last time, else one brought by npx. */
async function findTools(needsPnpm) {
  const found = recall()
  if (isNewEnough(process.versions.node)) found.node = process.execPath
  if (needsPnpm && found.pnpm === undefined) found.pnpm = pnpmAtHand()
  if (found.node === undefined || (needsPnpm && found.pnpm === undefined)) {
    const wanted = [found.node ? [] : broughtNode, found.pnpm ? [] : broughtPnpm].flat()
    const args = ['--yes', ...wanted.flatMap(name => ['-p', name]), 'node', join(root, 'launch.mjs'), 'where']
    const told = await step(`Bringing ${wanted.join(' and ')} (once)`, 'npx', args, {})
    const where = JSON.parse(told.slice(told.lastIndexOf('{"node"')))
    found.node ??= where.node
    found.pnpm ??= where.pnpm ?? undefined
    if (needsPnpm && found.pnpm === undefined)
      throw new Error(`npx brought no ${broughtPnpm}; install pnpm 12 by hand`)
  }
  mkdirSync(dirname(remembered), { recursive: true })
  writeFileSync(remembered, `${JSON.stringify(found, null, 2)}\n`)
  return found
}

function recall() {
  if (!existsSync(remembered)) return {}
  try {
    const { node, pnpm } = JSON.parse(readFileSync(remembered, 'utf8'))
    const ifThere = path => (typeof path === 'string' && existsSync(path) ? path : undefined)
    return { node: ifThere(node), pnpm: ifThere(pnpm) }
  } catch {
    // A file that cannot be read is only a memory lost: the tools are looked for again.
    return {}
  }
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])
}

function pnpmAtHand() {
  const path = onPath('pnpm')
  if (path === undefined) return undefined
  // Asked outside the workspace: inside it, an older pnpm would first fetch the version that package.json names.
  const { stdout } = spawnSync(path, ['--version'], { cwd: tmpdir(), encoding: 'utf8', shell: onWindows })
  return stdout?.startsWith('12.') ? path : undefined
}

function onPath(name) {
  const file = onWindows ? `${name}.cmd` : name
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map(directory => join(directory, file))
    .find(existsSync)
}

/** Run by npx with the Node that it brought: says where things are. */
function tellWhere() {
  console.log(JSON.stringify({ node: process.execPath, pnpm: onPath('pnpm') ?? null }))
  return 0
}

function environment(tools) {
  const first = [tools.node, tools.pnpm].filter(Boolean).map(path => dirname(path))
  return {
    // Node keeps what it has compiled: each further start reads it back.
    NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
    ...process.env,
    PATH: [...first, process.env.PATH ?? ''].join(delimiter),
  }
}

/** Runs a command with a line of progress; its own output is shown only when it fails. */
async function step(title, command, args, tools) {
  const progress = showProgress(title)
  const shell = onWindows && !command.endsWith('.exe')
  const child = spawn(command, shell ? args.map(argument => `"${argument}"`) : args, {
    cwd: root,
    env: environment(tools),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !onWindows,
    shell,
  })
  interrupt = () => (onWindows ? child.kill() : process.kill(-child.pid, 'SIGTERM'))
  let output = ''
  child.stdout.on('data', data => (output += data))
  child.stderr.on('data', data => (output += data))
  const code = await exitOf(child)
  interrupt = () => {}
  progress.end(code === 0)
  if (code === 0 && interruptedBy === undefined) return output
  throw new Error(`${output.trim()}\n\n${title} did not work: ${command} ended with exit code ${code}.`)
}

function showProgress(title) {
  const started = Date.now()
  const seconds = digits => ((Date.now() - started) / 1000).toFixed(digits)
  const lively = process.stdout.isTTY && !process.env.CI
  const frames = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏'
  let frame = 0
  const line = text => process.stdout.write(lively ? `\r\x1b[2K${text}` : `${text}\n`)
  const tick = () =>
    line(lively ? `${frames[frame++ % frames.length]} ${title} ${seconds(0)} s` : `${title}: ${seconds(0)} s`)
  line(lively ? `${frames[0]} ${title}` : `${title} …`)
  const timer = setInterval(tick, lively ? 100 : 15_000)
  return {
    end(worked) {
      clearInterval(timer)
      line(`${worked ? '✓' : '✗'} ${title} (${seconds(1)} s)${lively ? '\n' : ''}`)
    },
  }
}

function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', error => reject(new Error(`Cannot start ${child.spawnfile}: ${error.message}`)))
    child.once('close', (code, signal) => resolve(code ?? exitCodeOf(signal)))
  })
}

/** What a shell reports for a program that a signal has ended. */
function exitCodeOf(signal) {
  return 128 + constants.signals[signal]
}
