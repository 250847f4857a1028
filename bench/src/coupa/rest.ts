import { startMockCoupa } from '@punchloop/mock-coupa'
import type { Figure } from '../figures.js'
import { type RunningCoupa, startFilledCoupa } from './running-coupa.js'

export interface RestEffort {
  readonly rounds: number
  /** Requests of a round. */
  readonly requests: number
  /** Requisitions that are stored where there are many. */
  readonly stored: number
}

const lamp = JSON.stringify({
  'requisition-lines': [
    {
      description: 'Desk lamp',
      quantity: '2',
      'unit-price': '12.5',
      supplier: { id: 2 },
      uom: { code: 'EA' },
    },
  ],
})

const few = `fields=${encodeURIComponent('["id","status","total","updated-at"]')}`

/** The REST API of a mock whose data is on disk, the client in another process. */
export async function timeRest(effort: RestEffort): Promise<readonly Figure[]> {
  const start = await timeStart(effort.rounds)
  const small = await startFilledCoupa(1_000)
  const large = await startFilledCoupa(effort.stored)
  const find = `requisitions?requisition-lines[supplier][name]=Brightstack%20Inc&${few}`
  const pages = await ninetyFifths([small, large], find, effort)
  const creates = await perSecond(large, effort, coupa => coupa.send('POST', 'requisitions', { body: lamp }))
  const lists = await perSecond(large, effort, coupa => coupa.send('GET', `requisitions?${few}`))
  const whole = await perSecond(large, effort, coupa => coupa.send('GET', 'requisitions'))
  const xml = await perSecond(large, effort, coupa =>
    coupa.send('GET', 'requisitions', { accept: 'application/xml' }),
  )
  await small.close()
  await large.close()
  const stored = effort.stored.toLocaleString('en')
  return [
    {
      work: 'a start with the seeded company',
      values: start,
      unit: 'milliseconds',
      goal: { is: '≤', than: 300 },
    },
    {
      work: `95th percentile: requisitions of a supplier of ${stored}, first page`,
      values: pages[1] ?? [],
      unit: 'milliseconds',
    },
    {
      work: '  in times of that of 1,000',
      values: (pages[1] ?? []).map((value, round) => value / (pages[0]?.[round] ?? Number.NaN)),
      unit: 'times',
      goal: { is: '≤', than: 2 },
    },
    { work: 'a requisition created', values: creates, unit: 'perSecond', goal: { is: '≥', than: 800 } },
    { work: 'a list page of four fields', values: lists, unit: 'perSecond', goal: { is: '≥', than: 1_500 } },
    { work: 'a list page of 50 whole requisitions', values: whole, unit: 'perSecond' },
    { work: '  the same in XML', values: xml, unit: 'perSecond' },
  ]
}

async function timeStart(rounds: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now()
    const coupa = await startMockCoupa({ port: 0 })
    if (round > 0) times.push(performance.now() - begun)
    await coupa.close()
  }
  return times
}

async function ninetyFifths(
  coupas: readonly RunningCoupa[],
  path: string,
  { rounds, requests }: RestEffort,
): Promise<readonly (readonly number[])[]> {
  const results = coupas.map((): number[] => [])
  for (let round = 0; round <= rounds; round++) {
    for (const [index, coupa] of coupas.entries()) {
      const times: number[] = []
      for (let request = 0; request < requests; request++) {
        const begun = performance.now()
        await coupa.send('GET', path)
        times.push(performance.now() - begun)
      }
      times.sort((one, other) => one - other)
      if (round > 0) results[index]?.push(times[Math.floor(times.length * 0.95)] ?? Number.NaN)
    }
  }
  return results
}

/** Sixteen at a time. */
async function perSecond(
  coupa: RunningCoupa,
  { rounds, requests }: RestEffort,
  run: (coupa: RunningCoupa) => Promise<void>,
): Promise<readonly number[]> {
  const rates: number[] = []
  for (let round = 0; round <= rounds; round++) {
    let left = requests
    const begun = performance.now()
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        while (left-- > 0) await run(coupa)
      }),
    )
    if (round > 0) rates.push((requests * 1000) / (performance.now() - begun))
  }
  return rates
}
