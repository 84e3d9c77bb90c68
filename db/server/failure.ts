/** An expected refusal of the server: what the client sees as `{ message, code }`. */
export class Failure extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'Failure'
    this.code = code
  }
}

/** The wire shape of any thrown value; SQLite's and ours keep their code, the rest is INTERNAL_ERROR. */
export function describeFailure(thrown: unknown): { message: string; code: string } {
  if (thrown instanceof Failure) return { message: thrown.message, code: thrown.code }
  return { message: thrown instanceof Error ? thrown.message : String(thrown), code: 'INTERNAL_ERROR' }
}
