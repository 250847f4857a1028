/** What only some pages have. */
export const pageStyle = `
.hero { display: grid; gap: 6px; padding-block: 14px 26px; }
.hero h1 { font-size: 2.3rem; letter-spacing: -.03em; }
.chips { display: flex; flex-wrap: wrap; gap: 8px; margin-bottom: 24px; }
.chips a { text-decoration: none; border: 1px solid var(--line); background: var(--paper); color: var(--soft); border-radius: 99px; padding: 6px 16px; font-weight: 560; font-size: .93rem; white-space: nowrap; }
.chips a:hover { border-color: var(--line-hover); color: var(--ink); }
.chips a[aria-current] { background: var(--ink); border-color: var(--ink); color: var(--paper); }
.grid { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 262px), 1fr)); gap: 20px; list-style: none; }
.card { display: flex; flex-direction: column; height: 100%; position: relative; overflow: hidden; transition: transform .15s, box-shadow .15s; }
.card:hover { transform: translateY(-2px); box-shadow: 0 2px 4px rgb(20 35 30 / .07), 0 14px 34px rgb(20 35 30 / .11); }
.card > img { width: 100%; height: 132px; object-fit: cover; }
.card-body { padding: 17px 19px 18px; display: flex; flex-direction: column; gap: 6px; flex: 1; }
.card h2 { font-size: 1.1rem; } .card h2 a { color: inherit; text-decoration: none; } .card h2 a::after { content: ""; position: absolute; inset: 0; }
.card .tagline { color: var(--soft); font-size: .94rem; flex: 1; }
.card .vendor { font-size: .84rem; color: var(--faint); display: flex; justify-content: space-between; gap: 8px; }
.price-line { margin-top: 8px; padding-top: 12px; border-top: 1px solid var(--line); font-size: .9rem; color: var(--soft); }
.price-line strong { color: var(--ink); font-size: 1.06rem; }

.crumbs { font-size: .9rem; color: var(--soft); margin-bottom: 18px; } .crumbs a { color: inherit; }
.product { display: grid; grid-template-columns: minmax(0, 1fr) 372px; grid-template-rows: auto 1fr; gap: 0 44px; align-items: start; }
.buybox { grid-column: 2; grid-row: 1 / 3; } .product-more { grid-column: 1; }
.product-head { display: flex; gap: 22px; align-items: center; margin-bottom: 22px; }
.product-head img { width: 104px; height: 104px; border-radius: 22px; object-fit: cover; box-shadow: var(--shadow); flex: none; }
.product-head .vendor { color: var(--soft); margin-top: 5px; }
.prose { display: grid; gap: 14px; max-width: 66ch; } .prose .tagline { font-size: 1.16rem; color: var(--ink); font-weight: 500; }
.section { margin-top: 32px; } .section h2 { margin-bottom: 13px; }
.highlights { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr)); gap: 10px 28px; }
.highlights li { padding-left: 30px; position: relative; }
.highlights li::before { content: "✓"; position: absolute; left: 0; top: 1px; width: 20px; height: 20px; line-height: 20px; text-align: center; font-size: .74rem; font-weight: 800; border-radius: 50%; background: var(--brand-tint); color: var(--brand); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 7px 28px; font-size: .95rem; margin: 0; }
.facts dt { color: var(--soft); } .facts dd { margin: 0; overflow-wrap: anywhere; }
.buybox { padding: 22px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 18px; position: sticky; top: 92px; }
.buybox fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: 9px; min-width: 0; }
.buybox legend { font-weight: 650; margin-bottom: 9px; padding: 0; }
.plan { display: flex; gap: 12px; align-items: start; border: 1px solid var(--line); border-radius: 12px; padding: 12px 14px; cursor: pointer; }
.plan:hover { border-color: var(--line-hover); } .plan:has(input:checked) { border-color: var(--brand); background: var(--hover); box-shadow: 0 0 0 1px var(--brand); }
.plan input { accent-color: var(--brand); margin: 5px 0 0; } .plan strong { display: block; color: var(--ink); } .plan span { font-size: .9rem; color: var(--soft); }
.quantity-row { display: flex; gap: 10px; align-items: end; } .quantity-row label { flex: 1; min-width: 0; }
.total-row { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 12px; padding-top: 16px; border-top: 1px solid var(--line); }
.total-row span { color: var(--soft); white-space: nowrap; }
.total-row output { font-size: 1.4rem; white-space: nowrap; font-weight: 720; letter-spacing: -.02em; font-variant-numeric: tabular-nums; text-align: right; }
.buybox .error { color: var(--red); font-size: .92rem; font-weight: 560; } .buybox .error:empty { display: none; }
.line-preview { background: var(--ground); border-radius: 11px; padding: 12px 14px; font-size: .87rem; color: var(--soft); display: grid; gap: 3px; }
.line-preview b { color: var(--ink); font-weight: 620; }

.stack { display: grid; gap: 18px; }
.subscription { padding: 22px 24px; display: grid; grid-template-columns: 64px minmax(0, 1fr); gap: 4px 20px; }
.subscription > img { width: 64px; height: 64px; border-radius: 15px; object-fit: cover; }
.subscription header { display: flex; flex-wrap: wrap; gap: 6px 14px; align-items: center; justify-content: space-between; }
.subscription h2 a { color: inherit; text-decoration: none; } .subscription h2 a:hover { text-decoration: underline; }
.subscription .facts { margin-top: 13px; }
.subscription.fresh { border-color: var(--brand); box-shadow: 0 0 0 2px var(--brand-tint), var(--shadow); }
.launch { grid-column: 1 / -1; margin-top: 16px; padding-top: 14px; border-top: 1px solid var(--line); }
.launch summary { cursor: pointer; font-weight: 620; color: var(--brand); width: fit-content; }
.launch ol { padding-left: 22px; margin-top: 12px; display: grid; gap: 7px; } .launch li { overflow-wrap: anywhere; }
.credential { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; margin-top: 14px; background: var(--ground); border: 1px dashed var(--line-strong); border-radius: 11px; padding: 10px 15px; }
.credential code { font-family: var(--mono); font-size: .98rem; user-select: all; overflow-wrap: anywhere; }

.request { padding: 20px 24px; display: grid; gap: 12px; }
.request header { display: flex; flex-wrap: wrap; gap: 8px 18px; justify-content: space-between; align-items: start; }
.request .amount { font-weight: 700; font-variant-numeric: tabular-nums; white-space: nowrap; }
.request .lines { list-style: none; display: grid; gap: 4px; } .request .lines li { font-weight: 600; font-size: 1.05rem; }
.request .reason { color: var(--soft); border-left: 3px solid var(--line); padding-left: 13px; }
.request .actions { display: flex; flex-wrap: wrap; gap: 10px; align-items: end; padding-top: 13px; border-top: 1px solid var(--line); }
.request .actions label { flex: 1 1 260px; max-width: 460px; }
.meta { display: flex; flex-wrap: wrap; gap: 2px 20px; color: var(--soft); font-size: .9rem; }
.attachments { margin-top: 14px; font-size: .94rem; } .attachments h4 { margin: 0 0 4px; font-size: .86rem; font-weight: 560; color: var(--soft); }
.attachments ul { margin: 0; padding-left: 18px; overflow-wrap: anywhere; } .attachments span { color: var(--soft); }
.order-lines { width: 100%; border-collapse: collapse; font-size: .94rem; }
.order-lines th { text-align: left; color: var(--soft); font-weight: 560; font-size: .86rem; padding: 0 14px 6px 0; }
.order-lines td { padding: 7px 14px 7px 0; border-top: 1px solid var(--line); vertical-align: top; }
.order-lines .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; padding-right: 26px; } .order-lines td:nth-child(2) { min-width: 170px; } .scroll { overflow-x: auto; }

.sign-in { max-width: 980px; margin-inline: auto; }
.people { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 290px), 1fr)); gap: 14px; }
.person { width: 100%; text-align: left; font: inherit; color: inherit; background: var(--paper); cursor: pointer; padding: 15px 17px; display: flex; gap: 14px; align-items: center; }
.person:hover { border-color: var(--brand); }
.avatar { flex: none; width: 44px; height: 44px; border-radius: 50%; display: grid; place-items: center; background: var(--brand-tint); color: var(--brand); font-weight: 700; }
.person b { display: block; } .person span span { display: block; font-size: .84rem; color: var(--soft); overflow-wrap: anywhere; }
.inline-form { display: flex; flex-wrap: wrap; gap: 10px; align-items: end; padding: 20px; } .inline-form label { flex: 1 1 280px; }

.mails { list-style: none; overflow: hidden; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: grid; grid-template-columns: minmax(0, 290px) minmax(0, 1fr) max-content; gap: 4px 24px; padding: 15px 22px; color: inherit; text-decoration: none; align-items: baseline; }
.mails a:hover { background: var(--hover); } .mails b, .mails span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.mails .subject { font-weight: 600; } .mails time { color: var(--soft); font-size: .88rem; }
.mail-head { padding: 22px 24px; border-bottom: 1px solid var(--line); display: grid; gap: 12px; }
iframe { display: block; }
.links { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: .92rem; } .links a { overflow-wrap: anywhere; }
.mail-body iframe { width: 100%; height: 620px; border: 0; border-radius: 0 0 var(--radius) var(--radius); background: #fff; }
.mail-body pre { margin: 0; padding: 22px 24px; white-space: pre-wrap; overflow-wrap: anywhere; font-family: var(--mono); font-size: .9rem; }

@media (max-width: 900px) {
  .hero h1 { font-size: 1.75rem; } .hero { padding-block: 4px 18px; }
  .chips { flex-wrap: nowrap; overflow-x: auto; margin-inline: -16px; padding-inline: 16px; scrollbar-width: none; }
  .product { grid-template-columns: minmax(0, 1fr); } .buybox { grid-column: auto; grid-row: auto; margin-top: 24px; }
  .buybox { position: static; padding: 18px; }
  .product-head img { width: 76px; height: 76px; border-radius: 17px; }
  .card { flex-direction: row; } .card > img { width: 68px; height: 68px; border-radius: 15px; margin: 16px 0 0 16px; flex: none; }
  .card-body { padding: 14px 16px; min-width: 0; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0; } .facts dt { font-size: .85rem; } .facts dd { margin-bottom: 8px; }
  .subscription { grid-template-columns: 46px minmax(0, 1fr); padding: 17px; gap: 4px 14px; } .subscription > img { width: 46px; height: 46px; border-radius: 11px; }
  .subscription .facts { grid-column: 1 / -1; } .request { padding: 16px; }
  .mails a { grid-template-columns: minmax(0, 1fr) max-content; padding: 13px 16px; } .mails .subject { grid-column: 1 / -1; grid-row: 2; white-space: normal; }
}
`
