import { CxmlError, prettyPrint, redact } from '@punchloop/sdk/cxml'
import { type CodePart, colourJson, colourXml } from './colour.js'

/** Longer documents are cut on the page: a browser with a million coloured spans is of no use. */
const longestShown = 120_000

/** A document, indented and coloured. What cannot be read is shown as it came. */
export function CodeBlock({ text, label }: { readonly text: string; readonly label: string }) {
  const shown = layOut(text)
  const isCut = shown.text.length > longestShown
  const parts = shown.colour(isCut ? shown.text.slice(0, longestShown) : shown.text)
  return (
    // A box that scrolls must be reachable by keyboard (WCAG 2.1.1).
    <section class="code" tabindex={0} aria-label={`Source of ${label}`}>
      <pre>
        {parts.map(part =>
          part.kind === 'text' ? part.text : <span class={`code-${part.kind}`}>{part.text}</span>,
        )}
      </pre>
      {isCut && <p class="soft">… {shown.text.length - longestShown} more characters</p>}
    </section>
  )
}

interface LaidOut {
  readonly text: string
  readonly colour: (text: string) => CodePart[]
}

function layOut(text: string): LaidOut {
  const start = text.trimStart().charAt(0)
  if (start === '<') return { text: indentXml(text), colour: colourXml }
  if (start === '{' || start === '[') return { text: indentJson(text), colour: colourJson }
  return { text, colour: plain => [{ kind: 'text', text: plain }] }
}

/** Masked once more: a page shows no secret, whatever the journal was given. */
function indentXml(text: string): string {
  const masked = redact(text)
  try {
    return prettyPrint(masked)
  } catch (error) {
    if (error instanceof CxmlError) return masked
    throw error
  }
}

function indentJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}
