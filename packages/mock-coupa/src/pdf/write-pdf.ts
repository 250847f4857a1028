/** A line of text on a page. Measures are points, from the left and from the top. */
export interface PdfText {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size?: number
  readonly font?: PdfFont
}

/** `fixed`: all letters are as wide, so that columns of numbers end together. */
export type PdfFont = 'plain' | 'bold' | 'fixed'

/** A page of A4. */
export const pageSize = { width: 595, height: 842 } as const

/** Of a letter of the font `fixed`, in sizes of the font. */
export const fixedWidth = 0.6

const fonts: Readonly<Record<PdfFont, string>> = {
  plain: 'Helvetica',
  bold: 'Helvetica-Bold',
  fixed: 'Courier',
}
const fontNames = Object.keys(fonts) as readonly PdfFont[]

/**
 * A document of text: PDF 1.4 with the fonts that every reader has, so that none is embedded. These know the letters of
 * Windows-1252 (without its marks between 128 and 159); another letter becomes a question mark.
 */
export function writePdf(title: string, pages: readonly (readonly PdfText[])[]): Uint8Array {
  const firstFont = 4
  const firstPage = firstFont + fontNames.length
  const pageIds = pages.map((_page, index) => firstPage + index * 2)
  const resources = fontNames.map((name, index) => `/${name} ${firstFont + index} 0 R`).join(' ')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pageIds.map(id => `${id} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    `<< /Title ${literal(title)} /Producer (Punchloop) >>`,
    ...fontNames.map(
      name => `<< /Type /Font /Subtype /Type1 /BaseFont /${fonts[name]} /Encoding /WinAnsiEncoding >>`,
    ),
    ...pages.flatMap((page, index) => {
      const content = page.map(textOperator).join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${pageSize.width} ${pageSize.height}] /Resources << /Font << ${resources} >> >> /Contents ${firstPage + index * 2 + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  return assembled(objects)
}

/** With the table of where each object begins, in bytes: every character written here is one. */
function assembled(objects: readonly string[]): Uint8Array {
  let file = '%PDF-1.4\n'
  const starts: number[] = []
  for (const [index, object] of objects.entries()) {
    starts.push(file.length)
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
  }
  const entries = starts.map(start => `${String(start).padStart(10, '0')} 00000 n \n`)
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${file.length}\n%%EOF\n`
  return Uint8Array.from(Buffer.from(`${file}${table}${trailer}`, 'latin1'))
}

function textOperator({ x, y, text, size = 10, font = 'plain' }: PdfText): string {
  return `BT /${font} ${size} Tf ${x} ${pageSize.height - y} Td ${literal(text)} Tj ET`
}

function literal(text: string): string {
  const known = text.replace(/[^\u0020-\u007e\u00a0-\u00ff]/gu, '?')
  return `(${known.replace(/[\\()]/g, '\\$&')})`
}
