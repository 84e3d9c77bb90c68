const STORED_AS = 'bulaq-language'

/** The language chosen on another page holds here, and one chosen here holds there; the address says which is spoken. */
export function speakOnAsBefore() {
  try {
    const address = new URL(location.href)
    const asked = address.searchParams.get('lang')
    const stored = localStorage.getItem(STORED_AS)
    if (asked) localStorage.setItem(STORED_AS, document.documentElement.lang)
    else if (stored === 'ru' || stored === 'en') {
      address.searchParams.set('lang', stored)
      location.replace(address)
    }
  } catch {
    // A browser that stores nothing speaks as the address says.
  }
}
