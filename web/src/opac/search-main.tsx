import '../styles/tokens.css'
import '../styles/base.css'
import '../styles/opac.css'
import '../styles/search.css'
import { show } from '../ui/show.tsx'
import { SearchPage } from './search-page.tsx'

show(<SearchPage />)
