/** Whoever clicks twice sends once. Another try is free after a while, and when the page is come back to. */
export const once = `
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
