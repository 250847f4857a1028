import { parseCxml } from '../cxml/parse-cxml.js'
import { type Detection, detectProfile } from '../partners/detect-profile.js'
import { profiles } from '../partners/profiles.js'
import { fail, isFailure, showFailure } from './failure.js'
import { readInput } from './read-input.js'
import { Source } from './source.js'
import { exitCode, type Terminal } from './terminal.js'

/** `cxml profile FILE`: which procurement system a document is from. Returns the exit code. */
export async function profileCommand(
  path: string,
  { json }: { readonly json: boolean },
  terminal: Terminal,
): Promise<number> {
  let source: Source | undefined
  try {
    const bytes = await readInput(path, terminal)
    source = Source.of(bytes)
    const detections = detectProfile(parseCxml(bytes))
    const isForPeople = !json && terminal.stdout.isTerminal
    terminal.stdout.write(
      isForPeople ? detections.map(show).join('\n') : `${JSON.stringify(detections, null, 2)}\n`,
    )
    return exitCode.ok
  } catch (error) {
    if (!isFailure(error)) throw error
    return fail(error, terminal, { json, text: showFailure(error, terminal, source) })
  }
}

function show({ profile, confidence, reasons }: Detection): string {
  const { title, unverified } = profiles[profile]
  const lines = [
    `${profile} (${title}): ${confidence}`,
    ...reasons.map(reason => `  ${reason}`),
    ...(unverified.length === 0
      ? []
      : [
          `  Of what the profile says ${unverified.length} ${unverified.length === 1 ? 'point is' : 'points are'} unverified`,
        ]),
  ]
  return `${lines.join('\n')}\n`
}
