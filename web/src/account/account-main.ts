import '../styles/account.css'
import { begin } from '../ui/begin.ts'

begin(() => import('./show-account.tsx'))
