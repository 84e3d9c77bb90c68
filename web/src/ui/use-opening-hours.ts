import { useEffect, useState } from 'preact/hooks'
import { findOpeningHours } from '../api.ts'
import type { OpeningHours } from '../api-shapes.ts'

export function useOpeningHours(isUnknown = true): OpeningHours | undefined {
  const [hours, setHours] = useState<OpeningHours>()
  useEffect(() => {
    if (!isUnknown) return
    findOpeningHours().then((answer) => {
      if (answer.ok) setHours(answer.value)
    })
  }, [])
  return hours
}
