import { knownHere } from '../ui/known.ts'
import { show } from '../ui/show.tsx'
import { readAddress } from './address.ts'
import { SearchPage } from './search-page.tsx'

show(<SearchPage first={readAddress(location.search)} known={knownHere()} />)
