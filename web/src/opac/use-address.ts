import { useEffect, useState } from 'preact/hooks'
import { addressOf, readAddress, type Search } from './address.ts'

export function useAddress(first: Search) {
  const [search, setSearch] = useState(first)
  useEffect(() => {
    const follow = () => setSearch(readAddress(location.search))
    addEventListener('popstate', follow)
    return () => removeEventListener('popstate', follow)
  }, [])
  const go = (next: Search) => {
    const address = addressOf(next)
    if (address !== location.pathname + location.search) history.pushState(null, '', address)
    setSearch(next)
    // A ticked filter stays under the finger.
    if (next.q !== search.q || next.cursor !== search.cursor) scrollTo({ top: 0 })
  }
  return { search, go }
}
