import { useState } from 'preact/hooks'
import type { PolicyRule } from '../../../worker/domain/circulation/policy.ts'
import type { Branch } from '../api-shapes.ts'
import type { Language } from '../i18n/dictionary.ts'
import { useSpeech } from '../i18n/language.tsx'
import { branchName } from '../i18n/words.ts'
import { BranchOptions } from '../ui/branch-options.tsx'
import type { Material } from './office-api.ts'
import { useOfficeWords } from './use-office-words.ts'
import type { OfficeWords } from './words/kk.ts'

type Place = Omit<PolicyRule, 'terms'>

const materialName = (material: Material, language: Language) =>
  ({ kk: material.nameKk, ru: material.nameRu, en: material.nameEn })[language]

/** Whom and what a rule describes, in words. */
export function placeWords(place: Place, words: OfficeWords, branches: Branch[], materials: Material[], language: Language): string {
  const branch = branches.find(({ id }) => id === place.branchId)
  const material = materials.find(({ slug }) => slug === place.material)
  const parts = [
    place.branchId === null ? '' : branch ? branchName(branch, language) : `№ ${place.branchId}`,
    place.category === null ? '' : (words.categories[place.category] ?? place.category),
    place.material === null ? '' : material ? materialName(material, language) : place.material,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : words.everybody
}

interface Props {
  branches: Branch[]
  materials: Material[]
  onAdd: (place: Place) => void
}

/** Chooses whom and what a new rule describes. */
export function RulePlace({ branches, materials, onAdd }: Props) {
  const { language } = useSpeech()
  const words = useOfficeWords()
  const [branch, setBranch] = useState('')
  const [category, setCategory] = useState('')
  const [material, setMaterial] = useState('')
  const add = () => onAdd({ branchId: branch ? Number(branch) : null, category: category || null, material: material || null })
  return (
    <div class="rule-place">
      <select aria-label={words.branch} value={branch} onChange={(event) => setBranch(event.currentTarget.value)}>
        <option value="">{words.anyBranch}</option>
        <BranchOptions branches={branches} />
      </select>
      <select aria-label={words.category} value={category} onChange={(event) => setCategory(event.currentTarget.value)}>
        <option value="">{words.anyCategory}</option>
        {Object.entries(words.categories).map(([slug, name]) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
      <select aria-label={words.material} value={material} onChange={(event) => setMaterial(event.currentTarget.value)}>
        <option value="">{words.anyMaterial}</option>
        {materials.map((each) => (
          <option key={each.slug} value={each.slug}>
            {materialName(each, language)}
          </option>
        ))}
      </select>
      <button type="button" data-add-rule onClick={add}>
        {words.addRule}
      </button>
    </div>
  )
}
