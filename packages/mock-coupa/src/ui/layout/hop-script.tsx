import { raw } from 'hono/html'
import { useContext } from 'hono/jsx'
import { hopScript } from './live-script.js'
import { NonceContext } from './nonce.js'

/** Sends the form `data-hop` at once. */
export function HopScript() {
  return <script nonce={useContext(NonceContext)}>{raw(hopScript)}</script>
}
