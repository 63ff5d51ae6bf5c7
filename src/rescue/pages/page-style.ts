/** How a saved message looks, in a browser and on paper. */
export const pageStyle = `
:root { color-scheme: light }
body { margin: 0 auto; padding: 24px; max-width: 50rem; color: #1d1d1f; background: #fff;
  font: 15px/1.5 -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; overflow-wrap: anywhere }
h1 { margin: 0 0 12px; font-size: 1.35rem; line-height: 1.3 }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 0 0 16px;
  padding: 0 0 12px; border-bottom: 1px solid #d2d2d7; font-size: 0.87rem }
.facts dt { color: #6e6e73 }
.facts dd { margin: 0 }
.remark { margin: 0 0 12px; color: #6e6e73; font-size: 0.87rem }
.files { margin: 20px 0 0; padding: 12px 0 0; border-top: 1px solid #d2d2d7; font-size: 0.87rem }
.files ul { margin: 4px 0 0; padding-left: 20px }
.text { white-space: pre-wrap; font: inherit; margin: 0 }
img, table { max-width: 100% }
img { height: auto }
td, th { overflow-wrap: anywhere }
@media print { body { padding: 0; max-width: none; font-size: 11pt } a { color: inherit } }
`
