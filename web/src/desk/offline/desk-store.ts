const NAME = 'bulaq-desk'
const STORES = ['queue', 'exceptions', 'kept'] as const
type StoreName = (typeof STORES)[number]

let opened: Promise<IDBDatabase> | undefined

function open(): Promise<IDBDatabase> {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.onupgradeneeded = () => {
      for (const name of STORES) request.result.createObjectStore(name)
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  return opened
}

/** Resolves when it is on the disk: a desk that loses its power afterwards still has it. */
async function write(store: StoreName, change: (objects: IDBObjectStore) => void): Promise<void> {
  const database = await open()
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite', { durability: 'strict' })
    change(transaction.objectStore(store))
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}

async function ask<Value>(store: StoreName, question: (objects: IDBObjectStore) => IDBRequest): Promise<Value> {
  const database = await open()
  return new Promise((resolve, reject) => {
    const request = question(database.transaction(store).objectStore(store))
    request.onsuccess = () => resolve(request.result as Value)
    request.onerror = () => reject(request.error)
  })
}

export const keep = (store: StoreName, key: string, value: unknown) => write(store, (objects) => objects.put(value, key))

export const forget = (store: StoreName, key: string) => write(store, (objects) => objects.delete(key))

export const forgetAll = (store: StoreName) => write(store, (objects) => objects.clear())

/** In the order of their keys. */
export const everything = <Value>(store: StoreName) => ask<Value[]>(store, (objects) => objects.getAll())

export const kept = <Value>(key: string) => ask<Value | undefined>('kept', (objects) => objects.get(key))
