/** How bytes are taken for text so that the text gives the same bytes again, whatever they are. */
export type Writing = 'utf-8' | 'utf-16le' | 'utf-16be' | 'bytes'

/** What says how it is encoded may be wrong: only the bytes themselves are asked. */
export function writingOf(bytes: Uint8Array): { readonly text: string; readonly writing: Writing } {
  const wide = wideWriting(bytes)
  if (wide !== undefined && bytes.length % 2 === 0) return { text: readWide(bytes, wide), writing: wide }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, writing: 'utf-8' }
  } catch {
    // Each byte for itself: markup and asterisks are the same in all encodings that are left.
    return { text: characters(bytes), writing: 'bytes' }
  }
}

export function writeAs(text: string, writing: Writing): Uint8Array {
  switch (writing) {
    case 'utf-8':
      return new TextEncoder().encode(text)
    case 'bytes':
      return Uint8Array.from(text, character => character.charCodeAt(0))
    case 'utf-16le':
    case 'utf-16be': {
      const units = Uint16Array.from({ length: text.length }, (_, index) => text.charCodeAt(index))
      const bytes = new DataView(new ArrayBuffer(units.length * 2))
      for (const [index, unit] of units.entries()) bytes.setUint16(index * 2, unit, writing === 'utf-16le')
      return new Uint8Array(bytes.buffer)
    }
  }
}

/** By the byte order mark or, without one, by where the zeros of ASCII stand. */
function wideWriting([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le'
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be'
  return undefined
}

/** `TextDecoder` changes what is no valid UTF-16. */
function readWide(bytes: Uint8Array, writing: 'utf-16le' | 'utf-16be'): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units = Uint16Array.from({ length: bytes.length / 2 }, (_, index) =>
    view.getUint16(index * 2, writing === 'utf-16le'),
  )
  return charactersOf(units)
}

function characters(bytes: Uint8Array): string {
  return charactersOf(bytes)
}

function charactersOf(units: Uint8Array | Uint16Array): string {
  const size = 8192
  let text = ''
  for (let offset = 0; offset < units.length; offset += size) {
    text += String.fromCharCode(...units.subarray(offset, offset + size))
  }
  return text
}
