/**
 * Reloads a page when its version has changed, unless somebody is typing or choosing on it. The page names where to ask
 * in `data-live`; the script is constant, so nothing of a page can get into it. A page out of sight does not ask and
 * asks at once when it is seen again; where nobody answers it says so and asks ever less often; where the answer is
 * somebody else's page (the session has ended, the document is gone) it loads that one. The focus stays where it was.
 * Where somebody has just pressed a button or a link that is still on its way, a reload would call it off: it waits, for
 * a while, since what becomes a download leaves the page as it is.
 */
const live = `
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

/** Whoever clicks twice sends once. Another try is free after a while, and when the page is come back to. */
const once = `
(() => {
  const sent = new Set()
  addEventListener('submit', event => {
    const form = event.target
    if (form.method !== 'post') return
    if (sent.has(form)) return event.preventDefault()
    sent.add(form)
    setTimeout(() => sent.delete(form), 5000)
  })
  addEventListener('pageshow', () => sent.clear())
})();
`

/** On a phone the navigation is wider than the screen: where one is comes into sight. */
const here = `
for (const here of document.querySelectorAll(':is(.nav, .side, .tabs) [aria-current]')) {
  // Not scrollIntoView: the Tab key would go on from there.
  const strip = here.closest('.nav') ?? here.closest('ul')
  const at = here.getBoundingClientRect().left - strip.getBoundingClientRect().left + strip.scrollLeft
  strip.scrollLeft = at - (strip.clientWidth - here.offsetWidth) / 2
}
`

/** A menu closes by Escape, which leads back to what opened it, and by a click beside it. */
const menu = `
(() => {
  const menu = document.querySelector('[data-menu]')
  if (!menu) return
  addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !menu.open) return
    menu.open = false
    menu.querySelector('summary').focus()
  })
  addEventListener('click', event => { if (!menu.contains(event.target)) menu.open = false })
})();
`

export const liveScript = `${live}${once}${here}${menu}`

/** Sends the only form of a page that is left at once. The button stays for those without scripts. */
export const hopScript = `document.querySelector('form[data-hop]')?.requestSubmit()`
