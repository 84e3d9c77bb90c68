import type { Row } from '@libsql/client/http'
import { CARD_START } from '../../worker/domain/identifiers.ts'
import type { ConsentText } from '../../worker/domain/readers/consent-text.ts'
import type { KnownReader } from '../../worker/domain/readers/likely-duplicates.ts'
import { nameKey, nameStart } from '../../worker/domain/readers/name-key.ts'
import type { RegistrationFacts } from '../../worker/domain/readers/register-reader.ts'
import { numberOrNull, textOrNull } from '../circulation/copy-state.ts'
import { type Question, rowsOf, together } from '../client.ts'
import { readerRules } from './reader-record.ts'

const SHOWN = 20
const COMPARED = 500
/** After every letter that a name can have. */
const LAST = '\uffff'
const NAMED = `SELECT card, name, birth_year, branch_id, card_expires_on FROM readers
  WHERE name_key >= ? AND name_key < ? AND merged_into_id IS NULL`

const knownOf = (row: Row): KnownReader => ({
  card: String(row.card),
  name: String(row.name),
  birthYear: numberOrNull(row.birth_year),
  branchId: Number(row.branch_id),
  cardExpiresOn: String(row.card_expires_on),
})

/** Readers whose names begin so, surname first, in the order of their names. */
export function listReadersByName(start: string): Question<KnownReader[]> {
  const key = nameKey(start)
  return {
    statements: [{ sql: `${NAMED} ORDER BY name_key, id LIMIT ${SHOWN}`, args: [key, key + LAST] }],
    read: (results) => rowsOf(results).map(knownOf),
  }
}

/** Those whose names begin alike, of no other year of birth: a surname and a letter alone are borne by many. */
export function listNamesakes(name: string, birthYear: number | null): Question<KnownReader[]> {
  const key = nameStart(name)
  return {
    statements: [
      {
        sql: `${NAMED} AND (birth_year IS NULL OR birth_year = coalesce(?, birth_year)) ORDER BY name_key, id LIMIT ${COMPARED}`,
        args: [key, key + LAST, birthYear],
      },
    ],
    read: (results) => rowsOf(results).map(knownOf),
  }
}

/** The text to agree to now. */
export function findConsentText(): Question<ConsentText> {
  return {
    statements: ['SELECT version, kk, ru, en FROM consent_texts ORDER BY version DESC LIMIT 1'],
    read: (results) => {
      const row = rowsOf(results)[0]
      return {
        version: Number(row?.version ?? 0),
        kk: String(row?.kk ?? ''),
        ru: String(row?.ru ?? ''),
        en: row?.en ? String(row.en) : null,
      }
    },
  }
}

const branchIsOpen = (branch: number): Question<boolean> => ({
  statements: [{ sql: 'SELECT 1 FROM branches WHERE id = ?', args: [branch] }],
  read: (results) => rowsOf(results).length > 0,
})

/** The highest number on any card of this library, in use or not; cards from elsewhere do not count. */
export function lastCard(): Question<string | null> {
  const highest = (table: string) =>
    `SELECT card FROM (SELECT card FROM ${table} WHERE card > ? AND card < ? AND length(card) = 14 ORDER BY card DESC LIMIT 1)`
  const ours = [CARD_START, CARD_START + LAST]
  return {
    statements: [
      { sql: `SELECT max(card) AS card FROM (${highest('readers')} UNION ALL ${highest('former_cards')})`, args: [...ours, ...ours] },
    ],
    read: (results) => textOrNull(rowsOf(results)[0]?.card),
  }
}

export const cardIsTaken = (card: string): Question<boolean> => ({
  statements: [{ sql: 'SELECT 1 FROM readers WHERE card = ? UNION ALL SELECT 1 FROM former_cards WHERE card = ?', args: [card, card] }],
  read: (results) => rowsOf(results).length > 0,
})

interface Asked {
  name: string
  birthYear: number | null
  card?: string | undefined
}

/** Everything that a registration asks. */
export function registrationFacts({ name, birthYear, card }: Asked, branch: number): Question<RegistrationFacts> {
  const question = together({
    rules: readerRules(),
    consent: findConsentText(),
    lastCard: lastCard(),
    cardIsTaken: cardIsTaken(card ?? ''),
    branchIsOpen: branchIsOpen(branch),
    namesakes: listNamesakes(name, birthYear),
  })
  return {
    statements: question.statements,
    read: (results) => {
      const { consent, ...facts } = question.read(results)
      return { ...facts, consentVersion: consent.version }
    },
  }
}

export const reRegistrationFacts = (branch: number) =>
  together({ rules: readerRules(), consent: findConsentText(), branchIsOpen: branchIsOpen(branch) })
