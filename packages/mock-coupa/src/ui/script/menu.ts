/** A menu closes by Escape, which leads back to what opened it, and by a click beside it. */
export const menu = `
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
