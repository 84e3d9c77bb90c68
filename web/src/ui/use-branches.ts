import { useEffect, useState } from 'preact/hooks'
import { listBranches } from '../api.ts'
import type { Branch } from '../api-shapes.ts'

export function useBranches(): Branch[] {
  const [branches, setBranches] = useState<Branch[]>([])
  useEffect(() => {
    listBranches().then((answer) => {
      if (answer.ok) setBranches(answer.value.branches)
    })
  }, [])
  return branches
}
