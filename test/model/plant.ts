import { registerHooks } from 'node:module'
import { MUTANTS } from './mutants.ts'

const mutant = MUTANTS.find(({ bug }) => bug === process.env.MUTANT)
if (process.env.MUTANT && !mutant) throw new Error(`no such bug: ${process.env.MUTANT}`)

/** Changes the one file as it is loaded; the file itself stays as it is. */
if (mutant) {
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context)
      if (!url.endsWith(`/${mutant.file}`)) return loaded
      const source = String(loaded.source)
      if (!source.includes(mutant.find)) throw new Error(`${mutant.file} no longer says: ${mutant.find}`)
      return { ...loaded, source: source.replace(mutant.find, mutant.plant) }
    },
  })
}
