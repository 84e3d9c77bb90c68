import '../../styles/browse.css'
import { begin } from '../../ui/begin.ts'

begin(() => import('./show-browse.tsx'))
