/** Sends the only form of a page that is left at once. The button stays for those without scripts. */
export const hop = `document.querySelector('form[data-hop]')?.requestSubmit()`
