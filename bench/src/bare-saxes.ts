import { SaxesParser } from 'saxes'

const decoder = new TextDecoder()

/** Tokens, and nothing made of them; no namespaces. The lower bound of reading with an XML parser for JavaScript. */
export function bareSaxes(bytes: Uint8Array): void {
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.write(decoder.decode(bytes)).close()
}
