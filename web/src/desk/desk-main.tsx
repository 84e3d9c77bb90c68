import '../styles/desk.css'
import '../styles/desk-lists.css'
import { keepShell } from '../ui/keep-shell.ts'
import { show } from '../ui/show.tsx'
import { DeskPage } from './desk-page.tsx'

show(<DeskPage />)
keepShell('/desk-worker.js', '/desk')
