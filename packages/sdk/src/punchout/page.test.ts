import { describe, expect, it } from 'vitest'
import { html, messagePage, selfSubmittingPage } from './page.js'

const page = {
  title: 'Returning…',
  text: 'Continue',
  action: 'https://buyer.example/r?a=1&b="><script>alert(1)</script>',
  formAction: 'https://buyer.example',
  fields: [{ name: 'cxml-urlencoded', value: `<a b="c" d='e'>&amp;\r\n</a><script>alert(1)</script>` }],
  button: 'Continue',
  frameAncestors: 'https://buyer.example',
  referrerPolicy: 'strict-origin' as const,
  randomBytes: (length: number) => new Uint8Array(length).fill(7),
}

describe('html', () => {
  it('escapes what is put in, and only once', () => {
    const inner = html`<b>${'<i>&'}</b>`
    expect(html`<p title="${`"'`}">${inner}</p>`.html).toBe(
      '<p title="&#34;&#39;"><b>&#60;i&#62;&#38;</b></p>',
    )
  })
})

describe('selfSubmittingPage', () => {
  it('carries any value inertly in one attribute', async () => {
    const text = await selfSubmittingPage(page).text()
    expect(text.match(/<script/g)).toHaveLength(1)
    expect(text).toContain('value="&#60;a b=&#34;c&#34; d=&#39;e&#39;&#62;&#38;amp;&#13;&#10;&#60;/a&#62;')
    expect(text).toContain('<button type="submit">Continue</button>')
  })

  it('may run its one script, post to its one target, and nothing else', () => {
    const policy = selfSubmittingPage(page).headers.get('content-security-policy')
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; script-src 'nonce-BwcHBwcHBwcHBwcHBwcHBw=='; form-action https:\/\/buyer\.example; frame-ancestors https:\/\/buyer\.example; base-uri 'none'$/,
    )
  })

  it('is stored nowhere', () => {
    expect(selfSubmittingPage(page).headers.get('cache-control')).toBe('no-store')
  })
})

describe('messagePage', () => {
  it('says it, with a status, and runs nothing', async () => {
    const response = messagePage({ status: 410, title: 'Gone', text: 'a <b>' })
    expect(response.status).toBe(410)
    expect(response.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(await response.text()).toContain('<p>a &#60;b&#62;</p>')
  })
})
