import { Icon } from '../ui/icon.tsx'
import type { Screen } from './screens.ts'
import { SCREEN_KEYS } from './staff-bar.tsx'
import { useDeskWords } from './use-desk-words.ts'
import { useScreenNames } from './use-screen-names.ts'

/** A scan came in the middle of writing: what was written waits, and where. */
export function KeptLine({ screen, onBack }: { screen: Screen; onBack: () => void }) {
  const words = useDeskWords()
  const names = useScreenNames()
  return (
    <div class="kept-line actions" data-kept={screen}>
      <p role="status">{words.writtenIsKept}</p>
      <button type="button" data-back onClick={onBack}>
        <Icon name="back" /> {names[screen]} {SCREEN_KEYS[screen] && <kbd>{SCREEN_KEYS[screen]}</kbd>}
      </button>
    </div>
  )
}
