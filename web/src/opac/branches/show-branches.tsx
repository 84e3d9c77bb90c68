import { knownHere } from '../../ui/known.ts'
import { show } from '../../ui/show.tsx'
import { BranchesPage } from './branches-page.tsx'

show(<BranchesPage known={knownHere()} />)
