/** What may befall a request to the database. */
export const FAULTS = ['none', 'lost-before', 'lost-after', 'refused', 'cut-short', 'late'] as const
export type Fault = (typeof FAULTS)[number]

/** A line to the database that breaks as it is told to: the plan is used up, request by request. */
export function faultyLine(answer: (request: Request) => Promise<Response>) {
  let plan: Fault[] = []
  return {
    breakAs: (faults: readonly Fault[]) => {
      plan = [...faults]
    },
    send: async (request: Request): Promise<Response> => {
      const fault = plan.shift() ?? 'none'
      if (fault === 'lost-before') throw new TypeError('fetch failed')
      if (fault === 'refused') return new Response('down', { status: 500 })
      if (fault === 'late') await new Promise((resolve) => setImmediate(resolve))
      const response = await answer(request)
      if (fault === 'lost-after') throw new TypeError('fetch failed')
      if (fault !== 'cut-short') return response
      const text = await response.text()
      return new Response(text.slice(0, text.length / 2))
    },
  }
}
