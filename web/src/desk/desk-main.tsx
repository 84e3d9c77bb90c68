import '../styles/tokens.css'
import '../styles/base.css'
import { show } from '../ui/show.tsx'

show(<main />)
