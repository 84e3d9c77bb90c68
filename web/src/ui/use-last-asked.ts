import { useRef } from 'preact/hooks'

/** Answers may come in any order: only the one to the last question counts, a slow one takes nobody's place. */
export function useLastAsked() {
  const asked = useRef(0)
  return {
    /** Undefined when something else was asked meanwhile. */
    ask: async <Value>(question: Promise<Value>): Promise<Value | undefined> => {
      asked.current += 1
      const own = asked.current
      const answer = await question
      return own === asked.current ? answer : undefined
    },
    /** What was asked is no longer wanted. */
    forget: () => {
      asked.current += 1
    },
  }
}
