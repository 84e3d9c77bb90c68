import { useSpeech } from '../i18n/language.tsx'
import type { Screen } from './screens.ts'
import { useDeskWords } from './use-desk-words.ts'

export function useScreenNames(): Record<Screen, string> {
  const { t } = useSpeech()
  const { readers, holds, lists, transfers, group, drop, overdue, marks, services, notices, copies } = useDeskWords()
  return {
    ...{ readers, holds, lists, transfers, group, drop, overdue, marks, services, notices, copies },
    desk: t.desk,
    import: t.importFile,
  }
}
