/**
 * Keeps the total up to date while somebody chooses. The shop computes, here nothing is multiplied; without scripts
 * there is the button "Update total".
 */
export const productScript = `
const form = document.querySelector('form[data-total]')
const update = form?.querySelector('.update-total')
if (update) update.hidden = true
let asked = 0
async function refresh() {
  const turn = ++asked
  const choice = new URLSearchParams()
  for (const name of ['plan', 'quantity']) {
    const value = new FormData(form).get(name)
    if (value !== null) choice.set(name, value)
  }
  const response = await fetch(form.dataset.total + '?' + choice, { headers: { Accept: 'application/json' } })
  if (turn !== asked || !response.ok) return
  const fields = await response.json()
  for (const element of form.querySelectorAll('[data-field]')) {
    const text = fields[element.dataset.field]
    if (text !== undefined) element.textContent = text
  }
}
form?.addEventListener('input', () => void refresh().catch(() => { if (update) update.hidden = false }))
`
