import { mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createApp } from './app.js'
import { createCoupa } from './application/create-coupa.js'
import { createSupplierPortal } from './application/create-supplier-portal.js'
import { unitOfWork } from './application/unit-of-work.js'
import { type CompanyFile, openCompanyFile } from './company/company-file.js'
import { type Changes, createChanges } from './control/changes.js'
import { createDueWork } from './control/due-work.js'
import { closeServer, listen } from './control/http-server.js'
import { openSupplierConnections } from './control/supplier-connections.js'
import type { Clock } from './control/time.js'
import type { Coupa } from './coupa.js'
import { mirrorCompany } from './directory/mirror.js'
import { duties } from './duties.js'
import { createLifecycle } from './lifecycle.js'
import { createPostman } from './notifications/mail.js'
import type { Settings } from './options.js'
import { shownOf } from './rest/answer.js'
import { createRateLimiter } from './rest/rate-limit.js'
import { writeOrderXml } from './rest/writing/order-xml.js'
import { createSignIn, suppliersDoor } from './sign-in/sign-in.js'
import { type Database, openDatabase } from './store/database.js'
import type { ProcurementSystem } from './systems/system.js'

/** A mock that runs. */
export interface Running {
  readonly url: string
  readonly coupa: Coupa
  readonly company: CompanyFile
  readonly system: ProcurementSystem
  readonly db: Database
  readonly changes: Changes
  readonly clock: Clock
  close(): Promise<void>
}

/** Composition root: everything is made and tied together here. */
export async function run(settings: Settings): Promise<Running> {
  const { clock, timers, randomBytes, log, dataDir, system } = settings
  // The configuration holds secrets: nobody else reads the folder.
  if (dataDir !== undefined) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const changes = createChanges()
  const db = openDatabase(dataDir === undefined ? ':memory:' : join(dataDir, 'coupa.sqlite'))
  let wake = () => {}
  const company = await openCompanyFile(
    dataDir && join(dataDir, 'company.json'),
    settings.company,
    current => {
      mirrorCompany(db, current, clock())
      // Somebody who has left is not waited for. There is nothing to do before the mock runs.
      wake()
      changes.announce()
    },
  ).catch((error: unknown) => {
    db.close()
    throw error
  })
  let url = settings.publicUrl?.replace(/\/$/, '') ?? ''
  const publicUrl = () => url
  const onFault = (error: unknown) => log(`fault: ${error instanceof Error ? error.stack : String(error)}`)
  const transaction = unitOfWork({
    db,
    company: () => company.current,
    system,
    clock,
    randomBytes,
    lifecycle: createLifecycle(publicUrl),
    onCommit() {
      dueWork.wake()
      changes.announce()
    },
  })
  const face = { clock, randomBytes, publicUrl, transaction, onFault }
  const stopping = new AbortController()
  const connections = openSupplierConnections()
  const ground = {
    db,
    companyFile: company,
    system,
    company: () => company.current,
    ...face,
    timers,
    fetch: settings.fetch ?? connections.fetch,
    stopping: stopping.signal,
  }
  const orderXml = (id: number) => writeOrderXml(db, id, shownOf({ companyFile: company }))
  const host = () => new URL(url).hostname
  const postman = createPostman({ server: settings.mail, title: system.title, host, clock, transaction })
  const dueWork = createDueWork({
    duties: duties(db, { ...ground, orderXml }, { postman, searching: ground }),
    clock,
    timers,
    onFault: (duty, error) => log(`${duty}: ${error instanceof Error ? error.stack : String(error)}`),
  })
  const coupa = createCoupa(ground)
  const signIn = createSignIn({ db, clock, randomBytes, publicUrl })
  const supplier = {
    portal: createSupplierPortal(ground),
    signIn: createSignIn({ db, clock, randomBytes, publicUrl, door: suppliersDoor }),
  }
  const cxml = { ...face, system, company: () => company.current }
  const rest = {
    ground: { ...face, db, coupa, companyFile: company },
    mayGoOn: createRateLimiter(settings.apiRateLimit, { clock, timers }),
  }
  const server = createServer(createApp({ coupa, cxml, signIn, rest, supplier }).callback())
  try {
    const origin = await listen(server, settings)
    url ||= origin
  } catch (error) {
    db.close()
    throw error
  }
  wake = () => dueWork.wake()
  wake()
  return {
    url,
    coupa,
    company,
    system,
    db,
    changes,
    clock,
    async close() {
      stopping.abort()
      await closeServer(server)
      await dueWork.stop()
      await connections.close()
      postman.close()
      db.close()
    },
  }
}
