import { useState } from 'preact/hooks'
import type { FormFields, WholeForm } from './reader-api.ts'
import { useReaderWords } from './use-reader-words.ts'

const CATEGORIES = ['adult', 'student', 'child', 'pensioner']
const CHILD = 16
const PENSIONER = 60

const usualCategory = (age: number) => (age < CHILD ? 'child' : age >= PENSIONER ? 'pensioner' : 'adult')

export function fieldsOf(form: HTMLFormElement): FormFields {
  const given = new FormData(form)
  const text = (name: string) => String(given.get(name) ?? '').trim()
  const orNull = (name: string) => text(name) || null
  return {
    name: text('name'),
    birthYear: Number(text('birth-year')),
    category: text('category'),
    phone: orNull('phone'),
    email: orNull('email'),
    language: text('language'),
    guarantor: orNull('guarantor'),
    guarantorPhone: orNull('guarantor-phone'),
  }
}

interface Props {
  known?: WholeForm
  guarantorUnderAge: number
  onPerson?: (name: string, birthYear: number) => void
  onAge?: (isChild: boolean) => void
}

/** What the library asks of a reader, and no more; of a child also who answers for it. */
export function ReaderFields({ known, guarantorUnderAge, onPerson, onAge }: Props) {
  const words = useReaderWords()
  const thisYear = new Date().getFullYear()
  const [age, setAge] = useState(known?.reader.birthYear ? thisYear - known.reader.birthYear : undefined)
  const [category, setCategory] = useState(known?.reader.category ?? 'adult')
  const isChild = age !== undefined && age >= 0 && age < guarantorUnderAge
  const born = (year: number) => {
    const next = year > 1900 && year <= thisYear ? thisYear - year : undefined
    setAge(next)
    onAge?.(next !== undefined && next < guarantorUnderAge)
    if (next !== undefined && !known) setCategory(usualCategory(next))
  }
  const tell = (event: FocusEvent & { currentTarget: HTMLElement }) => {
    const form = event.currentTarget.closest('form')
    if (!form) return
    const { name, birthYear } = fieldsOf(form)
    if (name && birthYear) onPerson?.(name, birthYear)
  }
  return (
    <>
      <label class="wide">
        <span>{words.name}</span>
        <input name="name" required maxLength={120} autocomplete="off" defaultValue={known?.reader.name ?? ''} onBlur={tell} />
      </label>
      <label>
        <span>{words.birthYear}</span>
        <input
          name="birth-year"
          required
          inputMode="numeric"
          pattern="[0-9]{4}"
          maxLength={4}
          autocomplete="off"
          defaultValue={String(known?.reader.birthYear ?? '')}
          onInput={(event) => born(Number(event.currentTarget.value))}
          onBlur={tell}
        />
      </label>
      <label>
        <span>{words.category}</span>
        <select name="category" value={category} onChange={(event) => setCategory(event.currentTarget.value)}>
          {CATEGORIES.map((each) => (
            <option key={each} value={each}>
              {words.categories[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.phone}</span>
        <input name="phone" type="tel" minLength={5} maxLength={40} autocomplete="off" defaultValue={known?.contact.phone ?? ''} />
      </label>
      <label>
        <span>{words.email}</span>
        <input name="email" type="email" maxLength={254} autocomplete="off" defaultValue={known?.contact.email ?? ''} />
      </label>
      <label>
        <span>{words.noticeLanguage}</span>
        <select name="language" defaultValue={known?.contact.language ?? 'kk'}>
          <option value="kk">Қазақша</option>
          <option value="ru">Русский</option>
        </select>
      </label>
      {(isChild || known?.reader.guarantor) && (
        <>
          <label class="wide">
            <span>{words.guarantor}</span>
            <input name="guarantor" maxLength={120} autocomplete="off" required={isChild} defaultValue={known?.reader.guarantor ?? ''} />
          </label>
          <label>
            <span>{words.guarantorPhone}</span>
            <input name="guarantor-phone" type="tel" maxLength={40} autocomplete="off" defaultValue={known?.reader.guarantorPhone ?? ''} />
          </label>
        </>
      )}
    </>
  )
}
