import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/account.css'
import { show } from '../ui/show.tsx'
import { AccountPage } from './account-page.tsx'

show(<AccountPage />)
