/** What the server drew this page from, so that the script need not ask for it again. */
export function knownHere<Known>(): Known | undefined {
  const text = document.getElementById('known')?.textContent
  return text ? (JSON.parse(text) as Known) : undefined
}
