import { useEffect, useState } from 'preact/hooks'
import { listBranches } from '../api.ts'
import type { Branch } from '../api-shapes.ts'

export function useBranches(known: Branch[] = []): Branch[] {
  const [branches, setBranches] = useState(known)
  useEffect(() => {
    if (branches.length > 0) return
    listBranches().then((answer) => {
      if (answer.ok) setBranches(answer.value.branches)
    })
  }, [])
  return branches
}
