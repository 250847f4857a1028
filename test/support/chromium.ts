import { existsSync } from 'node:fs'
import carried from '@sparticuz/chromium'
import { type Browser, chromium as engine, type Page } from 'playwright-core'

/** Without these a fresh profile looks up hosts of its maker, and the tests would depend on a network. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** `CHROMIUM_PATH`, else the system's, else the binary that the package `@sparticuz/chromium` carries (linux-x64). */
export async function launchChromium(more: readonly string[] = []): Promise<Browser> {
  const installed = process.env.CHROMIUM_PATH ?? usualPlaces.find(existsSync)
  if (installed === undefined)
    console.info('No Chromium on this machine: unpacking the one that the tests carry.')
  return engine.launch({
    executablePath: installed ?? (await carried.executablePath()),
    args: [...flags, ...more],
  })
}

/**
 * What Chromium does for people who block third-party cookies: only partitioned ones are kept. By its protocol, since
 * the switches that say the same are not known to every build.
 */
export async function blockThirdPartyCookies(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true })
}
