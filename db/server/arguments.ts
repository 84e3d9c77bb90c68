import { Failure } from './failure.ts'
import type { SqlValue } from './value.ts'

export type Arguments = { args: SqlValue[]; namedArgs: { name: string; value: SqlValue }[] }

/**
 * The value of every parameter, by index. Both engines silently accept too few and too many arguments, so counts are checked here.
 * Positional arguments may fill named parameters; a name may come without its prefix (Hrana 2, "Statements").
 */
export function bindArguments(parameters: (string | undefined)[], { args, namedArgs }: Arguments): SqlValue[] {
  if (args.length > 0 && namedArgs.length > 0) {
    throw new Failure('ARGS_BOTH_POSITIONAL_AND_NAMED', 'Specifying both positional and named arguments is not supported')
  }
  return namedArgs.length > 0 ? byName(parameters, namedArgs) : byPosition(parameters, args)
}

function byPosition(parameters: (string | undefined)[], args: SqlValue[]): SqlValue[] {
  if (args.length === parameters.length) return args
  throw new Failure('ARGS_INVALID', `Number of arguments mismatched: expected ${parameters.length}, got ${args.length}`)
}

function byName(parameters: (string | undefined)[], namedArgs: Arguments['namedArgs']): SqlValue[] {
  const given = new Map(namedArgs.map(({ name, value }) => [name, value]))
  const used = new Set<string>()
  const values = parameters.map((parameter, index) => {
    const name = [parameter, parameter?.slice(1)].find((name) => name !== undefined && given.has(name))
    const value = name === undefined ? undefined : given.get(name)
    if (name === undefined || value === undefined) {
      throw new Failure('ARGS_INVALID', `No value for parameter ${parameter ?? index + 1}`)
    }
    used.add(name)
    return value
  })
  const unknown = namedArgs.find(({ name }) => !used.has(name))
  if (unknown) throw new Failure('ARGS_INVALID', `Unknown parameter: ${unknown.name}`)
  return values
}
