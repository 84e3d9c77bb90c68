import { show } from '../../ui/show.tsx'
import { BrowsePage } from './browse-page.tsx'

show(<BrowsePage />)
