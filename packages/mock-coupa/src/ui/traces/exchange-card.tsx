import type { Exchange, ExchangeMessage } from '../../journal/exchange.js'
import { ExactMoment } from '../elements/moment.js'
import { CodeBlock } from './code-block.js'

const carriers: Record<Exchange['via'], string> = {
  http: 'cXML over HTTP',
  browser: 'through the shopper’s browser',
  'open-buy': 'Open Buy, JSON',
}

/** One document and its answer. */
export function ExchangeCard({
  exchange,
  position,
}: {
  readonly exchange: Exchange
  readonly position: number
}) {
  const id = `exchange-${exchange.seq}`
  return (
    <article
      class="card"
      aria-labelledby={id}
      data-kind={exchange.kind}
      data-direction={exchange.direction}
      data-via={exchange.via}
    >
      <div class="exchange-head">
        <span class="order" aria-hidden="true">
          {position}
        </span>
        <h2 id={id}>{exchange.kind}</h2>
        <HttpStatus exchange={exchange} />
        <span class="when">
          <ExactMoment at={exchange.at} /> · {exchange.durationMs} ms
        </span>
      </div>
      <p class="way">
        <span class="party">{exchange.from}</span>
        <Arrow />
        <span class="party">{exchange.to}</span>
        <span class="soft small">{carriers[exchange.via]}</span>
      </p>
      <p class="exchange-url">
        {exchange.method} {exchange.url}
      </p>
      {exchange.failure !== undefined && <p class="literal">{exchange.failure}</p>}
      {exchange.found !== undefined && <p class="soft">What was found: {exchange.found}.</p>}
      <DocumentDetails name={exchange.kind} what="Request" message={exchange.request} />
      {exchange.response !== undefined && (
        <DocumentDetails name={answerName(exchange.response)} what="Response" message={exchange.response} />
      )}
    </article>
  )
}

function HttpStatus({ exchange: { httpStatus, failure } }: { readonly exchange: Exchange }) {
  if (httpStatus === undefined) return <span class="pill pill-bad">No answer</span>
  const isGood = httpStatus < 400 && failure === undefined
  return <span class={isGood ? 'pill pill-good' : 'pill pill-bad'}>HTTP {httpStatus}</span>
}

function Arrow() {
  return (
    <span class="arrow">
      <span class="unseen">to</span>
      <svg class="icon" viewBox="0 0 34 16" aria-hidden="true" focusable="false">
        <path
          d="M1 8h30M25 2l6 6-6 6"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-linecap="round"
        />
      </svg>
    </span>
  )
}

function answerName({ document }: ExchangeMessage): string {
  if (document === undefined) return 'answer'
  return document.kind === 'Other' ? document.name : document.kind
}

function DocumentDetails(props: {
  readonly name: string
  readonly what: 'Request' | 'Response'
  readonly message: ExchangeMessage
}) {
  const { headers, raw } = props.message
  return (
    <details class="document" data-part={props.what.toLowerCase()}>
      <summary>
        {props.what}: {props.name}
      </summary>
      {Object.keys(headers).length > 0 && (
        <div class="headers">
          {Object.entries(headers).map(([name, value]) => (
            <div>
              {name}: {value}
            </div>
          ))}
        </div>
      )}
      {raw === '' ? <p class="headers">No body.</p> : <CodeBlock text={raw} label={props.name} />}
    </details>
  )
}
