/** Prints the one sheet that the pressed button belongs to, whatever else is on the screen. */
export function printSheet({ currentTarget }: { currentTarget: HTMLElement }) {
  const sheet = currentTarget.closest<HTMLElement>('.sheet')
  if (sheet) sheet.dataset.printed = ''
  addEventListener('afterprint', () => delete sheet?.dataset.printed, { once: true })
  print()
}
