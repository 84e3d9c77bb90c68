import '../../styles/branches.css'
import { begin } from '../../ui/begin.ts'

begin(() => import('./show-branches.tsx'))
