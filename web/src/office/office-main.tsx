import '../styles/desk.css'
import '../styles/desk-lists.css'
import '../styles/office.css'
import '../styles/office-staff.css'
import { show } from '../ui/show.tsx'
import { OfficePage } from './office-page.tsx'

show(<OfficePage />)
