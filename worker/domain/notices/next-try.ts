const MINUTES = [15, 60, 4 * 60, 16 * 60]

/** When a letter that failed for the n-th time is tried again; undefined: not any more, it is printed. */
export function nextTry(failures: number, now: Date): Date | undefined {
  const minutes = MINUTES[failures - 1]
  return minutes === undefined ? undefined : new Date(now.getTime() + minutes * 60_000)
}
