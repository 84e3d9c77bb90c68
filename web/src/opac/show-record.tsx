import { knownHere } from '../ui/known.ts'
import { show } from '../ui/show.tsx'
import { recordIdOf } from './address.ts'
import { RecordPage } from './record-page.tsx'

show(<RecordPage id={recordIdOf(location.pathname)} known={knownHere()} />)
