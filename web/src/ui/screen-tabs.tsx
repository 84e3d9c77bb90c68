import { useEffect, useRef } from 'preact/hooks'

interface Props<Name extends string> {
  label: string
  screens: readonly Name[]
  names: Record<Name, string>
  /** The key that opens a screen. */
  keys?: Partial<Record<Name, string>>
  current: Name
  onScreen: (screen: Name) => void
}

/** The screens of the staff. On a phone they are a strip; the open one is always in sight. */
export function ScreenTabs<Name extends string>({ label, screens, names, keys = {}, current, onScreen }: Props<Name>) {
  const strip = useRef<HTMLElement>(null)
  useEffect(() => {
    const open = strip.current?.querySelector<HTMLElement>('[aria-current]')
    if (strip.current && open) strip.current.scrollLeft = open.offsetLeft - (strip.current.clientWidth - open.offsetWidth) / 2
  }, [current, names[current]])
  return (
    <nav aria-label={label} class="screens" ref={strip}>
      {screens.map((each) => (
        <button
          type="button"
          key={each}
          data-screen={each}
          aria-current={each === current ? 'page' : undefined}
          onClick={() => onScreen(each)}
        >
          {names[each]} {keys[each] && <kbd>{keys[each]}</kbd>}
        </button>
      ))}
    </nav>
  )
}
