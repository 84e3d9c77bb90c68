/** What was used last, up to a weight: what was not used for longest is forgotten first. */
export interface Recent<Value> {
  get(key: string): Value | undefined
  set(key: string, value: Value): void
  delete(key: string): void
}

export function openRecent<Value>(most: number, weightOf: (value: Value) => number = () => 1): Recent<Value> {
  // A Map keeps the order of insertion: the first key is the one not used for longest.
  const values = new Map<string, Value>()
  let weight = 0
  const take = (key: string) => {
    const value = values.get(key)
    if (value !== undefined) weight -= weightOf(value)
    values.delete(key)
    return value
  }
  const put = (key: string, value: Value) => {
    values.set(key, value)
    weight += weightOf(value)
  }
  return {
    get(key) {
      const value = take(key)
      if (value !== undefined) put(key, value)
      return value
    },
    set(key, value) {
      take(key)
      put(key, value)
      for (const oldest of values.keys()) {
        if (weight <= most) break
        take(oldest)
      }
    },
    delete(key) {
      take(key)
    },
  }
}
