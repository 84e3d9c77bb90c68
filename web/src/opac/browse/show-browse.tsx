import { knownHere } from '../../ui/known.ts'
import { show } from '../../ui/show.tsx'
import { BrowsePage } from './browse-page.tsx'
import { readPlace } from './place.ts'

show(<BrowsePage first={readPlace(location.search)} known={knownHere()} />)
