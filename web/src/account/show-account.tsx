import { show } from '../ui/show.tsx'
import { AccountPage } from './account-page.tsx'

show(<AccountPage />)
