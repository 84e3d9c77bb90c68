import { show } from '../ui/show.tsx'
import { AccountPage } from './account-page.tsx'
import { fetchAccountWords } from './use-account-words.ts'

await fetchAccountWords()
show(<AccountPage />)
