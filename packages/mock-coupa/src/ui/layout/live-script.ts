/**
 * Reloads a page when its version has changed, unless somebody is typing on it. The page names where to ask in
 * `data-live`; the script is constant, so nothing of a page can get into it.
 */
export const liveScript = `
(() => {
  const live = document.querySelector('[data-live]')
  const isTyping = () => [...document.querySelectorAll('textarea, input:not([type=hidden])')]
    .some(field => field.value !== field.defaultValue || (field === document.activeElement && field.value !== ''))
  const ask = async () => {
    if (!document.hidden && !isTyping()) {
      try {
        const answer = await fetch(live.dataset.live, { headers: { accept: 'application/json' } })
        if (answer.ok && (await answer.json()).version !== live.dataset.version && !isTyping())
          return live.dataset.at ? location.replace(live.dataset.at) : location.reload()
      } catch { /* The mock is restarting: the next question finds it again. */ }
    }
    setTimeout(ask, 1500)
  }
  if (live) setTimeout(ask, live.dataset.at ? 500 : 1500)
})()
`

/** Sends the only form of a page that is left at once. The button stays for those without scripts. */
export const hopScript = `document.querySelector('form[data-hop]')?.requestSubmit()`
