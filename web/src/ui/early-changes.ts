type Control = HTMLInputElement | HTMLSelectElement

const early: { name: string; value: string; checked: boolean | undefined }[] = []

const isTicked = (control: Control): control is HTMLInputElement => control instanceof HTMLInputElement && control.type === 'checkbox'

function note({ target }: Event) {
  if (!(target instanceof HTMLSelectElement) && !(target instanceof HTMLInputElement && target.type === 'checkbox')) return
  early.push({ name: target.name, value: target.value, checked: isTicked(target) ? target.checked : undefined })
}

/** Notes what somebody ticks or chooses in a page as the library drew it, while its script is still on the way. */
export function noteEarlyChanges() {
  addEventListener('change', note, { capture: true })
}

/** Does it again where it is heard. One after another: each may change what the next stands in. */
export async function repeatEarlyChanges() {
  removeEventListener('change', note, { capture: true })
  for (const { name, value, checked } of early.splice(0)) {
    const asked = checked === undefined ? `select[name="${CSS.escape(name)}"]` : `input[type="checkbox"][name="${CSS.escape(name)}"]`
    const alike = [...document.querySelectorAll<Control>(asked)]
    const control = checked === undefined ? alike[0] : alike.find((each) => each.value === value)
    if (!control) continue
    if (isTicked(control)) {
      control.checked = !checked
      control.click()
    } else {
      control.value = value
      control.dispatchEvent(new Event('change', { bubbles: true }))
    }
    await new Promise(requestAnimationFrame)
  }
}
