import type { Branch } from '../api-shapes.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName } from '../i18n/words.ts'

interface Props {
  branches: readonly Pick<Branch, 'id' | 'nameKk' | 'nameRu' | 'nameEn'>[]
  /** The number of the one that is chosen at first, where the list itself does not say it. */
  selected?: number | null | undefined
}

/** Branches as the choices of a list, each by its number. */
export function BranchOptions({ branches, selected }: Props) {
  const { language } = useSpeech()
  return (
    <>
      {branches.map((branch) => (
        <option key={branch.id} value={String(branch.id)} selected={selected === undefined ? undefined : branch.id === selected}>
          {branchName(branch, language)}
        </option>
      ))}
    </>
  )
}
