import { sendFile } from '../api.ts'
import type { ImportCount, ImportLine } from '../api-shapes.ts'
import { type RefusalSlug, refusalSlug } from '../refusal-slug.ts'

export type ImportState =
  | { state: 'running'; count: ImportCount | undefined }
  | { state: 'done'; count: ImportCount; file: string }
  | { state: 'broken'; count: ImportCount | undefined }
  | { state: 'refused'; refused: RefusalSlug }

async function* linesOf(response: Response): AsyncGenerator<ImportLine> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim()) yield JSON.parse(line) as ImportLine
  }
  if (rest.trim()) yield JSON.parse(rest) as ImportLine
}

/** Tells the progress while the file is read; the last word is the summary, or that there was none. */
export async function readImport(file: File, tell: (state: ImportState) => void) {
  let count: ImportCount | undefined
  tell({ state: 'running', count })
  const answer = await sendFile(file)
  if (!answer.ok) return tell({ state: 'refused', refused: answer.refused })
  try {
    for await (const line of linesOf(answer.value)) {
      if (line.refused) return tell({ state: 'refused', refused: refusalSlug(line.refused) })
      if (line.summary) return tell({ state: 'done', count: line.summary, file: line.summary.file })
      count = line.progress ?? count
      tell({ state: 'running', count })
    }
  } catch {
    // A cut line ends like a missing summary.
  }
  tell({ state: 'broken', count })
}
