import { openRecent } from '../../worker/cache/recent.ts'
import { Failure } from './failure.ts'
import { type Token, tokenize } from './tokens.ts'

/**
 * One SQL statement: its parameters by index from 1 (a name with its prefix, or undefined), whether it can only read, and whether it
 * only begins or ends a transaction.
 */
export type Statement = { sql: string; parameters: (string | undefined)[]; readsOnly: boolean; isFrame: boolean; isExplain: boolean }

const framing = /^(begin|commit|end|rollback|savepoint|release)$/
const writing = /^(insert|update|delete|replace)$/i
const maxParameters = 32_766

/** Splits a script into statements; the body of a trigger ends at `; END ;`, like in sqlite3_complete(). */
export function splitStatements(sql: string): Statement[] {
  if (sql.includes('\0')) throw new Failure('SQL_PARSE_ERROR', 'SQL must not contain NUL')
  const statements: Statement[] = []
  let tokens: Token[] = []
  for (const token of tokenize(sql)) {
    if (token.kind !== 'semicolon') {
      tokens.push(token)
      continue
    }
    if (tokens.length === 0) continue
    if (startsTrigger(tokens) && !endsTrigger(tokens)) {
      tokens.push(token)
      continue
    }
    statements.push(statementOf(sql, tokens))
    tokens = []
  }
  if (tokens.length > 0) statements.push(statementOf(sql, tokens))
  return statements
}

const knownStatements = openRecent<Statement>(500)

/** The single statement of a text. A library puts the same statements all day: reading a long one anew costs more than running it. */
export function oneStatement(sql: string): Statement {
  const known = knownStatements.get(sql)
  if (known) return known
  const fresh = onlyStatement(sql)
  knownStatements.set(sql, fresh)
  return fresh
}

/** Both engines silently ignore what follows the first statement, so more is refused here. */
function onlyStatement(sql: string): Statement {
  const [statement, ...rest] = splitStatements(sql)
  if (!statement) throw new Failure('SQL_NO_STATEMENT', 'SQL string does not contain any statement')
  if (rest.length > 0) throw new Failure('SQL_MANY_STATEMENTS', 'SQL string contains more than one statement')
  return statement
}

function startsTrigger(tokens: Token[]): boolean {
  const head = tokens
    .slice(0, 6)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
  return /^(explain (query plan )?)?create (temp |temporary )?trigger\b/.test(head)
}

function endsTrigger(tokens: Token[]): boolean {
  return tokens.at(-1)?.text.toLowerCase() === 'end' && tokens.at(-2)?.kind === 'semicolon'
}

function statementOf(sql: string, tokens: Token[]): Statement {
  const first = tokens[0]
  const text = sql.slice(first?.start ?? 0, tokens.at(-1)?.end ?? 0)
  const verb = first?.text.toLowerCase() ?? ''
  const isExplain = verb === 'explain'
  const isFrame = framing.test(verb)
  return { sql: text, parameters: parametersOf(tokens), readsOnly: isExplain || readsOnly(verb, tokens), isFrame, isExplain }
}

function readsOnly(verb: string, tokens: Token[]): boolean {
  if (verb === 'select' || verb === 'values') return true
  if (verb === 'pragma') return !tokens.some(({ text }) => text === '=' || text === '(')
  // `replace(…)` is a function of SQL too, and `REPLACE INTO` is not.
  const isCall = (at: number) => tokens[at + 1]?.text === '('
  return verb === 'with' && !tokens.some(({ kind, text }, at) => kind === 'word' && writing.test(text) && !isCall(at))
}

function parametersOf(tokens: Token[]): (string | undefined)[] {
  const parameters: (string | undefined)[] = []
  for (const { kind, text } of tokens) {
    if (kind !== 'parameter') continue
    if (text === '?') {
      parameters.push(undefined)
    } else if (text.startsWith('?')) {
      const index = Number(text.slice(1))
      if (index < 1 || index > maxParameters) throw new Failure('SQL_PARSE_ERROR', `parameter ${text} is out of range`)
      while (parameters.length < index) parameters.push(undefined)
      parameters[index - 1] ??= text
    } else if (!parameters.includes(text)) {
      parameters.push(text)
    }
  }
  return parameters
}
