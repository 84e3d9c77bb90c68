import '../styles/search.css'
import { begin } from '../ui/begin.ts'

begin(() => import('./show-search.tsx'))
