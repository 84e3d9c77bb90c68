import { useSpeech } from '../../i18n/language.tsx'
import { CLASS_TREE, type ClassGroup, type ClassNumber, classAddress } from './class-tree.ts'
import { useBrowseWords } from './use-browse-words.ts'

const GROUPS = Object.entries(CLASS_TREE) as [ClassGroup, readonly ClassNumber[]][]

/** Fields of knowledge, each opened to its classes; a class opens its books. */
export function ClassTree() {
  const { t } = useSpeech()
  const words = useBrowseWords()
  return (
    <ul class="class-tree">
      {GROUPS.map(([group, numbers]) => (
        <li key={group} data-group={group}>
          <h2>
            <a href={`/search?class=${group}`}>{t.groups[group]}</a>
          </h2>
          {numbers.length > 0 && (
            <ul>
              {numbers.map((number) => (
                <li key={number} class={number.includes('(') ? 'deeper' : undefined}>
                  <a href={classAddress(number)}>
                    <span class="number">{number.replace(/(\(\d)$/, '$1…)')}</span> {words.classes[number]}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  )
}
