import { raw } from 'hono/html'
import { useContext } from 'hono/jsx'
import { hop } from '../script/hop.js'
import { NonceContext } from './nonce.js'

/** Sends the form `data-hop` at once. */
export function HopScript() {
  return <script nonce={useContext(NonceContext)}>{raw(hop)}</script>
}
