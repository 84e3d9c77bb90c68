import { Icon } from '../ui/icon.tsx'
import type { Screen } from './screens.ts'
import { SCREEN_KEYS } from './staff-bar.tsx'
import { useDeskWords } from './use-desk-words.ts'
import { useScreenNames } from './use-screen-names.ts'

/** What was left in the middle of writing waits, and where. */
export function KeptLine({ screens, onBack }: { screens: readonly Screen[]; onBack: (screen: Screen) => void }) {
  const words = useDeskWords()
  const names = useScreenNames()
  return (
    <div class="kept-line actions" data-kept={screens.join(' ')}>
      <p role="status">{words.writtenIsKept}</p>
      {screens.map((screen) => (
        <button key={screen} type="button" data-back={screen} onClick={() => onBack(screen)}>
          <Icon name="back" /> {names[screen]} {SCREEN_KEYS[screen] && <kbd>{SCREEN_KEYS[screen]}</kbd>}
        </button>
      ))}
    </div>
  )
}
