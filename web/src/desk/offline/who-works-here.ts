import { useEffect, useState } from 'preact/hooks'
import { listBranches, whoIsHere } from '../../api.ts'
import type { Branch, Staff } from '../../api-shapes.ts'
import { forgetAll, keep, kept } from './desk-store.ts'

/** Who is signed in; without a line, who was when there was one: the library asks again when it is back. */
export async function whoWorksHere(): Promise<Staff | null> {
  const answer = await whoIsHere()
  if (answer.ok) {
    await rememberStaff(answer.value.staff)
    return answer.value.staff
  }
  if (answer.refused !== 'no-connection') return null
  return (await kept<Staff>('staff').catch(() => undefined)) ?? null
}

export const rememberStaff = (staff: Staff) => keep('kept', 'staff', staff).catch(() => undefined)

/** Whoever signs out leaves no names of readers on the device. What waits to be sent stays. */
export const forgetDesk = () => forgetAll('kept').catch(() => undefined)

export function useKeptBranches(): Branch[] {
  const [branches, setBranches] = useState<Branch[]>([])
  useEffect(() => {
    const load = async () => {
      const answer = await listBranches()
      if (answer.ok) {
        setBranches(answer.value.branches)
        await keep('kept', 'branches', answer.value.branches)
      } else setBranches((await kept<Branch[]>('branches')) ?? [])
    }
    void load().catch(() => undefined)
  }, [])
  return branches
}
