import { useState } from 'preact/hooks'
import type { Answer, Branch } from '../api-shapes.ts'
import { BranchOptions } from '../ui/branch-options.tsx'
import { rerouteHolds } from './office-api.ts'
import { useOfficeWords } from './use-office-words.ts'

interface Props {
  branches: Branch[]
  branch: number
  /** Does it, and shows what stands against it. */
  onChange: (deed: () => Promise<Answer<object>>) => Promise<unknown>
}

/** While a branch is closed, those who wait for a book there collect it at another; their places in the queues stay (R70). */
export function RerouteHolds({ branches, branch, onChange }: Props) {
  const words = useOfficeWords()
  const [moved, setMoved] = useState<number>()
  const others = branches.filter(({ id }) => id !== branch)
  const submit = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const to = Number(new FormData(event.currentTarget).get('pickup'))
    setMoved(undefined)
    await onChange(async () => {
      const answer = await rerouteHolds(branch, to)
      if (answer.ok) setMoved(answer.value.rerouted)
      return answer
    })
  }
  return (
    <form class="add-days" onSubmit={submit} data-reroute={branch}>
      <label>
        <span>{words.rerouteTo}</span>
        <select name="pickup">
          <BranchOptions branches={others} />
        </select>
      </label>
      <button type="submit" data-reroute-holds>
        {words.reroute}
      </button>
      <p role="status" data-rerouted={moved}>
        {moved === undefined ? '' : words.rerouted(moved)}
      </p>
    </form>
  )
}
