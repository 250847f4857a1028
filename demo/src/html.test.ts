import { describe, expect, it } from 'vitest'
import { readForms, readLinks, readText, readTitle } from './html.js'

describe('reading pages', () => {
  it('finds what a form would send and where to', () => {
    const [form] = readForms(
      `<form method="post" action="/buy?a=1&amp;b=2"><input type="hidden" name="token" value="a&#13;&quot;b&#x22;">
       <input name="quantity" value="5"><input type="radio" name="plan" value="month"><input type="radio" checked name="plan" value="year">
       <select name="size"><option value="s">S</option><option selected value="m">M</option></select>
       <textarea name="why">fast &amp; good</textarea><button>Request <b>approval</b></button></form>`,
    )
    expect(form).toEqual({
      action: '/buy?a=1&b=2',
      method: 'post',
      fields: { token: 'a\r"b"', quantity: '5', plan: 'year', size: 'm', why: 'fast & good' },
      buttons: ['Request approval'],
    })
  })

  it('finds buttons that stand outside of their form, and those that send it elsewhere', () => {
    const forms = readForms(
      `<button form="cart">Save</button><form id="cart" method="post" action="/save"><input name="a" value="1"></form>
       <button form="cart" formaction="/submit">Submit</button><button form="other">Other</button>`,
    )
    const form = { action: '/save', method: 'post', fields: { a: '1' }, buttons: ['Save'] }
    expect(forms).toEqual([form, { ...form, action: '/submit', buttons: ['Submit'] }])
  })

  it('finds links by what people read', () => {
    expect(readLinks('<a class="card" href="/products/x"><h2>Data &amp; more</h2></a><a>none</a>')).toEqual([
      { href: '/products/x', text: 'Data & more' },
    ])
  })

  it('leaves scripts and styles out of the text', () => {
    expect(readText('<style>p{}</style><p>one</p> <script>two</script>three&nbsp;four')).toBe(
      'one three four',
    )
  })

  it('reads the title', () => {
    expect(readTitle('<title>A &lt;b&gt;</title>')).toBe('A <b>')
  })
})
