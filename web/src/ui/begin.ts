import { firstSpoken } from '../i18n/dictionary.ts'

/** The next picture is on the screen. A page that nobody sees has none to wait for. */
const painted = () =>
  new Promise<void>((resolve) => {
    if (document.hidden) resolve()
    else requestAnimationFrame(() => setTimeout(resolve))
  })

/** A page as the library drew it is seen before its script takes anything of the line; dictionary and screen then come together. */
export async function begin(screen: () => Promise<unknown>) {
  await painted()
  await Promise.all([firstSpoken(), screen()])
}
