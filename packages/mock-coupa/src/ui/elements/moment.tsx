const shown = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

const shownToTheSecond = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
})

/** In the time zone of the machine: the mock runs where its people sit. */
export function Moment({ at }: { readonly at: Date }) {
  return (
    <time datetime={at.toISOString()} title={at.toISOString()}>
      {shown.format(at)}
    </time>
  )
}

/** Documents of a trace follow each other within milliseconds. */
export function ExactMoment({ at }: { readonly at: Date }) {
  return (
    <time datetime={at.toISOString()} title={at.toISOString()}>
      {shownToTheSecond.format(at)}
    </time>
  )
}
