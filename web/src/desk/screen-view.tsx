import type { Branch, Staff } from '../api-shapes.ts'
import { lazy } from '../ui/lazy.tsx'
import { CounterScreen } from './counter-screen.tsx'
import { HoldScreen } from './hold-screen.tsx'
import { ListScreen } from './list-screen.tsx'
import { useAwaited } from './scanner/scan-takers.ts'
import type { Screen } from './screens.ts'
import { TransferScreen } from './transfer-screen.tsx'
import type { Counter } from './use-counter.ts'

function Awaited() {
  useAwaited(true)
  return null
}

const ReaderScreen = lazy(async () => (await import('./readers/reader-screen.tsx')).ReaderScreen, Awaited)
const CopyScreen = lazy(async () => (await import('./copies/copy-screen.tsx')).CopyScreen, Awaited)
const OverdueScreen = lazy(async () => (await import('./overdue/overdue-screen.tsx')).OverdueScreen, Awaited)
const GroupScreen = lazy(async () => (await import('./group/group-screen.tsx')).GroupScreen, Awaited)
const DropScreen = lazy(async () => (await import('./drop/drop-screen.tsx')).DropScreen, Awaited)
const MarkScreen = lazy(async () => (await import('./marks/mark-screen.tsx')).MarkScreen, Awaited)
const ServiceScreen = lazy(async () => (await import('./services/service-screen.tsx')).ServiceScreen, Awaited)
const NoticeScreen = lazy(async () => (await import('./notices/notice-screen.tsx')).NoticeScreen, Awaited)
const ImportScreen = lazy(async () => (await import('./import-screen.tsx')).ImportScreen, Awaited)

interface Props {
  screen: Screen
  staff: Staff
  branches: Branch[]
  branch: number
  counter: Counter
  onLend: (card: string) => void
}

export function ScreenView({ screen, staff, branches, branch, counter, onLend }: Props) {
  const place = { branches, branch }
  const card = counter.reader?.reader.card ?? ''
  switch (screen) {
    case 'desk':
      return <CounterScreen counter={counter} role={staff.role} branches={branches} />
    case 'readers':
      return <ReaderScreen {...place} role={staff.role} card={card} onLend={onLend} />
    case 'holds':
      return <HoldScreen {...place} card={card} />
    case 'lists':
      return <ListScreen {...place} />
    case 'transfers':
      return <TransferScreen {...place} />
    case 'group':
      return <GroupScreen branch={branch} role={staff.role} />
    case 'drop':
      return <DropScreen {...place} />
    case 'marks':
      return <MarkScreen {...place} />
    case 'services':
      return <ServiceScreen branch={branch} />
    case 'notices':
      return <NoticeScreen {...place} />
    case 'overdue':
      return <OverdueScreen {...place} />
    case 'copies':
      return <CopyScreen {...place} />
    case 'import':
      return <ImportScreen />
  }
}
