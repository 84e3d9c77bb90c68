import { show } from '../../ui/show.tsx'
import { BranchesPage } from './branches-page.tsx'

show(<BranchesPage />)
