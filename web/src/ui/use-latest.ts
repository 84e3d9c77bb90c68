import { useRef } from 'preact/hooks'

/** What it is now, for whoever goes on after an answer. */
export function useLatest<Value>(value: Value) {
  const latest = useRef(value)
  latest.current = value
  return latest
}
