import type { DueDays, ListedCopyLine, ListedReader, ListPage } from '../../../../worker/domain/circulation/desk-list.ts'
import { read } from '../../api.ts'
import { keep, kept } from './desk-store.ts'

interface DeskLists {
  branch: number
  /** An instant, ISO 8601. */
  fetchedAt: string
  readers: ListedReader[]
  copies: ListedCopyLine[]
  dueDays: DueDays
}

export interface KnownLists {
  branch: number
  fetchedAt: string
  readers: Map<string, ListedReader>
  copies: Map<string, ListedCopyLine>
  dueDays: DueDays
}

const KEY = 'lists'
const GOOD_FOR_MS = 4 * 3_600_000

function known({ branch, fetchedAt, readers, copies, dueDays }: DeskLists): KnownLists {
  return {
    branch,
    fetchedAt,
    dueDays,
    readers: new Map(readers.map((line) => [line[0], line])),
    copies: new Map(copies.map((line) => [line[0], line])),
  }
}

async function allPages<Line>(path: string): Promise<Line[] | undefined> {
  const lines: Line[] = []
  let next: number | null = 0
  while (next !== null) {
    const page: Awaited<ReturnType<typeof read<ListPage<Line>>>> = await read<ListPage<Line>>(`${path}after=${next}`)
    if (!page.ok) return undefined
    lines.push(...page.value.lines)
    next = page.value.next
  }
  return lines
}

/** What this desk kept when it last had a line, if it was for this branch. */
export async function listsOnDisk(branch: number): Promise<KnownLists | undefined> {
  const lists = await kept<DeskLists>(KEY)
  return lists?.branch === branch ? known(lists) : undefined
}

/** Fetches the lists anew when they are old; the old ones stay until the new ones are whole. */
export async function freshLists(branch: number, present: KnownLists | undefined): Promise<KnownLists | undefined> {
  if (present && Date.now() - Date.parse(present.fetchedAt) < GOOD_FOR_MS) return present
  const due = await read<{ days: DueDays }>(`/api/desk-lists/due-days?branch=${branch}`)
  if (!due.ok) return present
  const readers = await allPages<ListedReader>('/api/desk-lists/readers?')
  const copies = readers && (await allPages<ListedCopyLine>(`/api/desk-lists/copies?branch=${branch}&`))
  if (!readers || !copies) return present
  const lists = { branch, fetchedAt: new Date().toISOString(), readers, copies, dueDays: due.value.days }
  await keep('kept', KEY, lists)
  return known(lists)
}
