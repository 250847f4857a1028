import { randomUUID } from 'node:crypto'
import { type FSWatcher, mkdirSync, watch } from 'node:fs'
import { open, readdir, readFile, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { createArrivals } from './arrivals.js'
import type { Mail, Mailbox } from './mailbox.js'
import type { MailboxOptions } from './memory-mailbox.js'
import { readMail, stampMail } from './read-mail.js'

/** `<time of receipt in ms, 15 digits>-<id>.eml`: names in order are mails in order. */
const fileName = /^(\d{15})-([0-9a-f]{24})\.eml$/

/**
 * One file a mail, in a directory that several processes may share: the mail server writes, the marketplace reads.
 * A mail is on the disk (file and directory entry flushed) before its sender is told that it was taken.
 */
export function directoryMailbox(directory: string, options: MailboxOptions = {}): Mailbox {
  mkdirSync(directory, { recursive: true })
  const clock = options.clock ?? (() => new Date())
  const arrivals = createArrivals()
  const known = new Map<string, Mail>()
  let watcher: FSWatcher | undefined

  async function names(): Promise<string[]> {
    return (await readdir(directory)).filter(name => fileName.test(name)).sort()
  }

  /** Mails never change, so each file is read once. */
  async function read(name: string): Promise<Mail> {
    const mail = known.get(name) ?? (await readMail(await readFile(join(directory, name))))
    known.set(name, mail)
    return mail
  }

  async function list(): Promise<Mail[]> {
    return (await Promise.all((await names()).map(read))).reverse()
  }

  /** Mails of other processes come to notice through the file system. */
  function watchDirectory(): void {
    watcher ??= watch(directory, { persistent: false }, (_event, name) => {
      if (name !== null && fileName.test(name) && !known.has(name))
        void read(name).then(arrivals.tell, ignoreGone)
    })
  }

  return {
    async deliver(envelope, raw) {
      const receivedAt = clock()
      const stamped = stampMail(envelope, raw, receivedAt)
      const mail = await readMail(stamped)
      const twin = (await names()).find(name => fileName.exec(name)?.[2] === mail.id)
      if (twin !== undefined) return read(twin)
      const name = `${String(receivedAt.getTime()).padStart(15, '0')}-${mail.id}.eml`
      await writeDurably(directory, name, stamped)
      known.set(name, mail)
      arrivals.tell(mail)
      return mail
    },
    list,
    async get(id) {
      const name = (await names()).find(candidate => fileName.exec(candidate)?.[2] === id)
      return name === undefined ? undefined : read(name)
    },
    waitFor(predicate, { signal } = {}) {
      watchDirectory()
      return arrivals.waitFor(predicate, { list, ...(signal ? { signal } : {}) })
    },
    async close() {
      watcher?.close()
    },
  }
}

/** A reader sees the whole file or none; after this a power cut does not take it away. */
async function writeDurably(directory: string, name: string, bytes: Uint8Array): Promise<void> {
  const draft = join(directory, `.${randomUUID()}.part`)
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, join(directory, name))
  } catch (error) {
    await unlink(draft).catch(ignoreGone)
    throw error
  }
  await syncDirectory(directory)
}

/** The new name is durable once its directory is. Windows cannot open directories and does not need it. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(directory, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Somebody emptied the mailbox by hand meanwhile: nothing is left to tell. */
function ignoreGone(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
