/** How much room a scrollbar takes here: none on most Macs. For the style sheet, as `--gutter`. */
export function measureGutter(): void {
  const probe = document.createElement('div')
  probe.className = 'scrolls gutter-probe'
  document.body.append(probe)
  document.documentElement.style.setProperty('--gutter', `${probe.offsetWidth - probe.clientWidth}px`)
  probe.remove()
}
