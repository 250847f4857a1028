/**
 * Reloads a page when its version has changed, unless somebody is typing or choosing on it. The page names where to ask
 * in `data-live`; the script is constant, so nothing of a page can get into it. A page out of sight does not ask and
 * asks at once when it is seen again; where nobody answers it says so and asks ever less often; where the answer is
 * somebody else's page (the session has ended, the document is gone) it loads that one. The focus stays where it was.
 * Where somebody has just pressed a button or a link that is still on its way, a reload would call it off: it waits, for
 * a while, since what becomes a download leaves the page as it is.
 */
export const live = `
(() => {
  const live = document.querySelector('[data-live]')
  if (!live) return
  const offline = document.querySelector('[data-offline]')
  const usual = live.dataset.at ? 500 : 1500
  const isChanged = field => {
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked
    if (field.tagName !== 'SELECT') return field.value !== field.defaultValue
    return field.selectedIndex !== Math.max([...field.options].findIndex(option => option.defaultSelected), 0)
  }
  const isTyping = () => [...document.querySelectorAll('main :is(textarea, select, input:not([type=hidden]))')]
    .some(field => isChanged(field) || (field === document.activeElement && field.value !== ''))
  const focusable = 'main :is(a, button, input, select, textarea, summary)'
  const nameOf = element => element.id || element.name || element.textContent.trim()
  const reload = () => {
    const focused = document.activeElement
    if (focused && focused.matches(focusable))
      sessionStorage.setItem('focused', JSON.stringify([location.pathname, nameOf(focused)]))
    if (live.dataset.at) location.replace(live.dataset.at)
    else location.reload()
  }
  const refocus = () => {
    const [path, name] = JSON.parse(sessionStorage.getItem('focused') || '[]')
    sessionStorage.removeItem('focused')
    if (path !== location.pathname) return
    const element = [...document.querySelectorAll(focusable)].find(one => nameOf(one) === name)
    if (element) element.focus({ preventScroll: true })
  }
  let leftAt = -Infinity
  const isLeaving = () => performance.now() - leftAt < 30000
  addEventListener('beforeunload', () => { leftAt = performance.now() })
  let wait = usual
  let timer
  let isAsking = false
  const ask = async () => {
    clearTimeout(timer)
    if (isAsking) return
    isAsking = true
    if (!document.hidden && !isTyping() && !isLeaving()) {
      try {
        const answer = await fetch(live.dataset.live, {
          headers: { accept: 'application/json' }, signal: AbortSignal.timeout(10000),
        })
        const isGone = answer.redirected || answer.status === 403 || answer.status === 404
        const isNew = isGone || (answer.ok && (await answer.json()).version !== live.dataset.version)
        if (isNew && !isTyping() && !isLeaving()) return reload()
        wait = usual
        if (offline) offline.hidden = true
      } catch {
        wait = Math.min(wait * 2, 30000)
        if (offline) offline.hidden = wait < 8 * usual
      }
    }
    isAsking = false
    timer = setTimeout(ask, wait)
  }
  const askNow = () => { if (!document.hidden) { wait = usual; ask() } }
  refocus()
  timer = setTimeout(ask, wait)
  document.addEventListener('visibilitychange', askNow)
  addEventListener('online', askNow)
  addEventListener('pageshow', event => { if (event.persisted) { leftAt = -Infinity; askNow() } })
})();
`
