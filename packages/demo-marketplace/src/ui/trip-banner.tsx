import type { Trip } from '../accounts/visitor.js'

/** Says for whom the shopper shops, and when nothing of it is real. */
export function TripBanner({ trip, csrfToken }: { readonly trip: Trip; readonly csrfToken: string }) {
  const { session, buyerName } = trip
  return (
    <>
      {session.deploymentMode === 'test' && <TestBanner />}
      <section class="trip-banner" aria-label="Shopping trip" data-status={session.status}>
        <div class="wrap trip-row">
          <p>
            You are shopping for <strong>{buyerName}</strong>; your request goes to its procurement system.
            {session.operation !== 'create' && (
              <>
                {' '}
                <a href="/trip">Its lines</a>
              </>
            )}
          </p>
          <form method="post" action="/trip/cancel">
            <input type="hidden" name="csrf" value={csrfToken} />
            <button type="submit" class="button small">
              Cancel and return
            </button>
          </form>
        </div>
      </section>
    </>
  )
}

/** Test mode is easily left on, and then people believe that they bought something. */
export function TestBanner() {
  return (
    <section class="test-banner" role="alert" data-mode="test">
      <div class="wrap">
        <strong>TEST MODE</strong> Orders that come of this are accepted and never fulfilled: nobody gets any
        software.
      </div>
    </section>
  )
}
