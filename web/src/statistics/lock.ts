import { firstSpoken } from '../i18n/dictionary.ts'
import { isIdle, watchIdle } from '../sign-in/idle.ts'

/** Hides a page of the staff that nobody touches, as the desk does (docs/decisions/idle-lock.md): what was half written stays. */
export function lockWhenIdle(who: HTMLElement) {
  const { staff = '', login = '' } = who.dataset
  const worker = { id: Number(staff), login, name: who.textContent.trim() }
  const shown = [...document.querySelectorAll<HTMLElement>('#content, .sections')]
  const hide = (hidden: boolean) => {
    for (const part of shown) part.hidden = hidden
  }
  const open = () => {
    hide(false)
    watch()
  }
  // Without a line it could not be fetched when it is needed.
  const fetched = Promise.all([import('./lock-here.tsx'), firstSpoken()])
  const lock = () => {
    hide(true)
    fetched.then(
      ([{ lockHere }, speech]) => lockHere(worker, speech, open),
      () => addEventListener('online', () => location.reload()),
    )
  }
  const watch = () => {
    const stop = watchIdle(() => {
      stop()
      lock()
    })
  }
  if (isIdle()) lock()
  else watch()
}
