import type { Database } from './database.ts'
import { describeFailure, Failure } from './failure.ts'
import { pipelineBody } from './protocol.ts'
import type { Streams } from './streams.ts'

/** Answers `POST /v2/pipeline`: a body that is wrong anywhere is refused whole, before anything runs. */
export async function answerPipeline(streams: Streams, database: Database, body: string) {
  const { baton, requests } = parseBody(body)
  const { id, stream } = await streams.take(database, baton)
  const results: unknown[] = []
  try {
    for (const request of requests) {
      try {
        results.push({ type: 'ok', response: { type: request.type, ...(await stream.answer(request)) } })
      } catch (thrown) {
        results.push({ type: 'error', error: describeFailure(thrown) })
      }
    }
  } catch (error) {
    streams.drop(id)
    throw error
  }
  return { baton: streams.giveBack(id), base_url: null, results }
}

function parseBody(body: string) {
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    throw new Failure('INVALID_REQUEST', 'The body is not JSON')
  }
  const parsed = pipelineBody.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Failure('INVALID_REQUEST', `Invalid request at ${issue?.path.join('.')}: ${issue?.message}`)
}
