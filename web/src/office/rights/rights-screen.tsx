import { useState } from 'preact/hooks'
import { DEEDS, RIGHTS, ROLES, type Role } from '../../../../worker/domain/staff/permissions.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { roleWord } from '../../i18n/words.ts'
import { en } from './words/en.ts'
import { kk } from './words/kk.ts'
import { ru } from './words/ru.ts'

const isRole = (text: string): text is Role => ROLES.some((role) => role === text)
const SIGNS = { no: '—', own: '◐', all: '●' }

/** The one table of rights, drawn from itself: all roles on a wide screen, one chosen role on a phone. */
export function RightsScreen({ role, heading }: { role: string; heading: string }) {
  const { t, language } = useSpeech()
  const words = { kk, ru, en }[language]
  const [chosen, setChosen] = useState<Role>(isRole(role) ? role : 'librarian')
  return (
    <div class="office rights">
      <h1 id="rights-heading">{heading}</h1>
      <p class="quiet">{words.lead}</p>
      <ul class="legend">
        {(['all', 'own', 'no'] as const).map((reach) => (
          <li key={reach} data-reach={reach}>
            <span aria-hidden="true">{SIGNS[reach]}</span> {words.reaches[reach]}
          </li>
        ))}
      </ul>
      <label class="choose-role">
        <span>{words.role}</span>
        <select name="role" value={chosen} onChange={({ currentTarget: { value } }) => isRole(value) && setChosen(value)}>
          {ROLES.map((each) => (
            <option key={each} value={each}>
              {roleWord(t, each)}
            </option>
          ))}
        </select>
      </label>
      <table aria-labelledby="rights-heading">
        <thead>
          <tr>
            <th scope="col">{words.deed}</th>
            {ROLES.map((each) => (
              <th key={each} scope="col" data-chosen={each === chosen}>
                {roleWord(t, each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DEEDS.map((deed) => (
            <tr key={deed} data-deed={deed}>
              <th scope="row">{words.deeds[deed]}</th>
              {ROLES.map((each) => {
                const reach = RIGHTS[deed][each]
                return (
                  <td key={each} data-reach={reach} data-chosen={each === chosen}>
                    <span aria-hidden="true">{SIGNS[reach]}</span> <span class="reach">{words.reaches[reach]}</span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
