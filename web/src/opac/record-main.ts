import '../styles/opac.css'
import { begin } from '../ui/begin.ts'

begin(() => import('./show-record.tsx'))
