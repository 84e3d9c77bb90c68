import type { Slip } from '../../../worker/domain/circulation/slip.ts'
import type { Branch, LoanAnswer, ReturnAnswer } from '../api-shapes.ts'
import type { Language } from '../i18n/dictionary.ts'
import type { Texts } from '../i18n/kk.ts'
import { branchName, dayText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import type { ListedCopy } from './copies/copy-api.ts'
import type { OfflineDecision } from './offline/decide-offline.ts'
import { nameOf } from './open-holds.tsx'
import type { Confirmable, Scan, UndoWhat } from './scan.ts'
import { type SentCopy, slipOf } from './transfer-api.ts'
import type { DeskWords } from './words/kk.ts'

export type Tone = 'yes' | 'look' | 'stop'

interface Line {
  word: string
  lines: string[]
}

/** What happened, told in the language that is chosen when it is read. */
export interface Deed {
  id: string
  at: string
  tone: Tone
  slug: string
  say: (t: Texts, language: Language, words: DeskWords) => Line
  /** Waits for somebody to confirm it, while it is the last deed. */
  asks?: { scan: Confirmable; slugs: RefusalSlug[]; by: string[] }
  /** The paper that goes into the book. */
  slip?: Slip
  /** How it is taken back: by the library, or, while it has not heard of it, by this desk alone. */
  undo?: UndoWhat | { of: 'waiting'; key: string }
  /** A scanned ISBN fits several copies: which one is in hand. */
  choices?: { copy: ListedCopy; scan: Scan }[]
  /** Done without a line. */
  offline?: true
}

const ONLY_LOOK = new Set<RefusalSlug>([
  'copy-is-not-on-loan',
  'reader-just-changed',
  'copy-just-changed',
  'renewal-changes-nothing',
  'bad-request',
])

const two = (n: number) => String(n).padStart(2, '0')

function deed(id: string, tone: Tone, slug: string, say: Deed['say']): Deed {
  const now = new Date()
  return { id, at: `${two(now.getHours())}:${two(now.getMinutes())}`, tone, slug, say }
}

const book = ({ title, author }: { title: string; author: string | null }) => [author, title].filter(Boolean).join('. ')

export function refusedDeed(id: string, code: string, refusals: RefusalSlug[]): Deed {
  const tone = refusals.every((slug) => ONLY_LOOK.has(slug)) ? 'look' : 'stop'
  return deed(id, tone, refusals.join(' '), (t) => ({
    word: refusals.map((slug) => t.refusals[slug]).join('. '),
    lines: [...refusals.map((slug) => t.nextSteps[slug]), code].filter(Boolean),
  }))
}

export function readerFirstDeed(id: string, code: string): Deed {
  return deed(id, 'look', 'reader-first', (t) => ({ word: t.readerFirst, lines: [t.readerFirstHelp, code] }))
}

export function lentDeed(id: string, { loan }: LoanAnswer): Deed {
  const told = deed(id, loan.alerts.length > 0 ? 'look' : 'yes', 'lent', (t, _, words) => ({
    word: t.lent,
    lines: [
      book(loan.copy),
      `${t.dueOn}: ${dayText(loan.dueOn)}`,
      ...loan.alerts.map((alert) => words.loanAlerts[alert]),
      `${loan.reader.name} · ${t.loansHeld}: ${loan.reader.loans}`,
    ],
  }))
  return { ...told, undo: { of: 'loan', copy: loan.copy.barcode, loan: loan.id } }
}

export function returnedDeed(id: string, answer: ReturnAnswer, branches: Branch[], here: number): Deed {
  const { loanId, copy, reader, overdueDays, routeTo, hold, alerts } = answer.return
  const away = routeTo !== null && routeTo !== here ? branches.find((branch) => branch.id === routeTo) : undefined
  const aside = hold?.state === 'waiting' ? hold : undefined
  const told = alerts.filter((alert) => alert !== 'loan-was-overdue')
  const tone = away || aside || overdueDays > 0 || told.length > 0 ? 'look' : 'yes'
  const said = deed(id, tone, 'returned', (t, language, words) => ({
    word: loanId === null ? t.scanned : t.returned,
    lines: [
      aside ? `${t.setAside}: ${aside.reader.name} · ${aside.reader.card} · ${t.lastDay}: ${dayText(aside.shelfUntil ?? '')}` : '',
      away ? `${t.sendTo}: ${branchName(away, language)}` : '',
      overdueDays > 0 ? t.overdueBy(overdueDays) : '',
      ...told.map((alert) => words.returnAlerts[alert]),
      book(copy),
      reader ? reader.name : '',
    ].filter(Boolean),
  }))
  return loanId === null ? said : { ...said, undo: { of: 'return', copy: copy.barcode, loan: loanId } }
}

export function sentDeed(id: string, transfer: SentCopy, branches: Branch[]): Deed {
  const { copy, toBranchId, sent } = transfer
  const told = deed(id, 'yes', sent ? 'sent' : 'asked', (_, language, words) => ({
    word: `${sent ? words.sent : words.asked}: ${nameOf(branches, toBranchId, language)}`,
    lines: [copy.title, copy.barcode],
  }))
  return sent ? { ...told, slip: slipOf(transfer) } : told
}

export function renewedDeed(id: string, title: string, dueOn: string): Deed {
  return deed(id, 'yes', 'renewed', (t) => ({ word: t.renewed, lines: [title, `${t.dueOn}: ${dayText(dueOn)}`] }))
}

export function visitDeed(id: string, reader: string | undefined): Deed {
  const said = deed(id, 'yes', 'visit', (t) => ({ word: t.visitRegistered, lines: reader ? [`${t.card}: ${reader}`] : [] }))
  return { ...said, undo: { of: 'visit', key: id } }
}

export function questionDeed(id: string): Deed {
  const said = deed(id, 'yes', 'question', (_, __, words) => ({ word: words.questionCounted, lines: [] }))
  return { ...said, undo: { of: 'question', key: id } }
}

export function undoneDeed(id: string, title: string | undefined): Deed {
  return deed(id, 'look', 'undone', (_, __, words) => ({ word: words.undone, lines: title ? [title] : [] }))
}

/** An ISBN names a title; the one in hand is chosen, or its own barcode scanned. */
export function chooseDeed(scan: Extract<Scan, { kind: 'title' }>, title: string, copies: ListedCopy[]): Deed {
  const { mode, reader, branch } = scan
  const said = deed(scan.key, 'look', 'choose', (t, _, words) => ({
    word: title,
    lines: [copies.length === 0 ? words.noCopyFits : mode === 'lend' && !reader ? t.readerFirst : words.whichCopy],
  }))
  const key = () => crypto.randomUUID()
  if (mode === 'return')
    return { ...said, choices: copies.map((copy) => ({ copy, scan: { kind: 'return', key: key(), code: copy.barcode, branch } })) }
  if (mode === 'visit' || !reader) return said
  return { ...said, choices: copies.map((copy) => ({ copy, scan: { kind: 'lend', key: key(), code: copy.barcode, reader, branch } })) }
}

/** What the desk did by itself: told at once, sent when the line is back. */
export function offlineDeed(
  scan: Extract<Scan, { kind: 'lend' | 'return' }>,
  decision: Exclude<OfflineDecision, { refusals: unknown }>,
): Deed {
  const { title, reader, dueOn, cautions } = decision
  const said = deed(scan.key, cautions.length > 0 ? 'look' : 'yes', scan.kind === 'lend' ? 'lent' : 'returned', (t, _, words) => ({
    word: scan.kind === 'lend' ? t.lent : t.returned,
    lines: [
      title || scan.code,
      dueOn ? `${t.dueOn}: ${dayText(dueOn)}` : '',
      ...cautions.map((caution) => words.cautions[caution]),
      reader ? reader.name || reader.card : '',
      words.sentLater,
    ].filter(Boolean),
  }))
  return { ...said, offline: true, undo: { of: 'waiting', key: scan.key } }
}

/** Only noted: the library decides when it hears of it. */
export function notedDeed(scan: Scan): Deed {
  const said = deed(scan.key, 'look', scan.kind, (t, _, words) => ({
    word: scan.kind === 'visit' ? t.visitRegistered : scan.kind === 'question' ? words.questionCounted : words.noted,
    lines: [scan.code, words.sentLater].filter(Boolean),
  }))
  return { ...said, offline: true, undo: { of: 'waiting', key: scan.key } }
}

export function exceptionDeed(id: string): Deed {
  return deed(id, 'stop', 'exception', (_, __, words) => ({ word: words.exceptions, lines: [words.exceptionsHelp] }))
}
