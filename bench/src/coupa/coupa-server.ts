import { startMockCoupa } from '@punchloop/mock-coupa'
import { settings } from './coupa-settings.js'

const [, , dataDir = ''] = process.argv
const coupa = await startMockCoupa({ ...settings, dataDir })
process.once('message', () => {
  coupa.close().then(() => process.exit(0))
})
process.send?.(coupa.url)
