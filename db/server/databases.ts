import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Database } from './database.ts'
import type { OpenConnection } from './engine.ts'
import type { Limits } from './limits.ts'

/** A database that is not there yet begins as a copy of `template`, or empty. */
export type Place = { file?: string; directory?: string; template?: string }

/** The databases of one server: a single file at `/`, or a directory with one at each `/NAME/`, made at its first use. */
export class Databases {
  readonly #open: OpenConnection
  readonly #place: Place
  readonly #limits: Limits
  readonly #known = new Map<string, Database>()

  constructor(place: Place, open: OpenConnection, limits: Limits) {
    this.#place = place
    this.#open = open
    this.#limits = limits
    mkdirSync(place.directory ?? dirname(place.file ?? '.'), { recursive: true })
  }

  /** The database of a path's name ('' is the single file's), or undefined when this server has none there. */
  at(name: string): Database | undefined {
    const path = this.#pathOf(name)
    if (path === undefined) return undefined
    const known = this.#known.get(name)
    if (known) return known
    const { template } = this.#place
    if (template !== undefined && !existsSync(path)) copyFileSync(template, path)
    const database = new Database(path, this.#open, this.#limits)
    this.#known.set(name, database)
    return database
  }

  close(): void {
    for (const database of this.#known.values()) database.close()
  }

  #pathOf(name: string): string | undefined {
    if (name === '') return this.#place.file
    return this.#place.directory === undefined ? undefined : join(this.#place.directory, `${name}.db`)
  }
}
