/** On a phone the navigation is wider than the screen: where one is comes into sight. */
export const here = `
for (const here of document.querySelectorAll(':is(.nav, .side, .tabs) [aria-current]')) {
  // Not scrollIntoView: the Tab key would go on from there.
  const strip = here.closest('.nav') ?? here.closest('ul')
  const at = here.getBoundingClientRect().left - strip.getBoundingClientRect().left + strip.scrollLeft
  strip.scrollLeft = at - (strip.clientWidth - here.offsetWidth) / 2
}
`
