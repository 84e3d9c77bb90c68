import { cacheSection } from './cache/section.ts'
import type { Mark } from './report/marks.ts'

/** A part of the bench that needs no catalogue. */
export interface Section {
  title: string
  run(seed: number): Promise<{ lines: string[]; marks: Mark[] }>
}

export const SECTIONS: readonly Section[] = [cacheSection]
