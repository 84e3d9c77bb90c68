import type { Slip } from '../../../worker/domain/circulation/slip.ts'
import type { Branch, LoanAnswer, ReturnAnswer } from '../api-shapes.ts'
import type { Texts } from '../i18n/kk.ts'
import type { Language } from '../i18n/language.tsx'
import { branchName, dayText } from '../i18n/words.ts'
import type { RefusalSlug } from '../refusal-slug.ts'
import type { Confirmable } from './scan.ts'

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
  say: (t: Texts, language: Language) => Line
  /** Waits for somebody to confirm it, while it is the last deed. */
  asks?: { scan: Confirmable; slugs: RefusalSlug[]; by: string[] }
  /** The paper that goes into the book. */
  slip?: Slip
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
  return deed(id, loan.alerts.length > 0 ? 'look' : 'yes', 'lent', (t) => ({
    word: t.lent,
    lines: [
      book(loan.copy),
      `${t.dueOn}: ${dayText(loan.dueOn)}`,
      ...loan.alerts.map((alert) => t.loanAlerts[alert]),
      `${loan.reader.name} · ${t.loansHeld}: ${loan.reader.loans}`,
    ],
  }))
}

export function returnedDeed(id: string, answer: ReturnAnswer, branches: Branch[], here: number): Deed {
  const { loanId, copy, reader, overdueDays, routeTo, hold, alerts } = answer.return
  const away = routeTo !== null && routeTo !== here ? branches.find((branch) => branch.id === routeTo) : undefined
  const aside = hold?.state === 'waiting' ? hold : undefined
  const told = alerts.filter((alert) => alert !== 'loan-was-overdue')
  const tone = away || aside || overdueDays > 0 || told.length > 0 ? 'look' : 'yes'
  return deed(id, tone, 'returned', (t, language) => ({
    word: loanId === null ? t.scanned : t.returned,
    lines: [
      aside ? `${t.setAside}: ${aside.reader.name} · ${aside.reader.card} · ${t.lastDay}: ${dayText(aside.shelfUntil ?? '')}` : '',
      away ? `${t.sendTo}: ${branchName(away, language)}` : '',
      overdueDays > 0 ? t.overdueBy(overdueDays) : '',
      ...told.map((alert) => t.returnAlerts[alert]),
      book(copy),
      reader ? reader.name : '',
    ].filter(Boolean),
  }))
}

export function renewedDeed(id: string, title: string, dueOn: string): Deed {
  return deed(id, 'yes', 'renewed', (t) => ({ word: t.renewed, lines: [title, `${t.dueOn}: ${dayText(dueOn)}`] }))
}

export function visitDeed(id: string, reader: string | undefined): Deed {
  return deed(id, 'yes', 'visit', (t) => ({ word: t.visitRegistered, lines: reader ? [`${t.card}: ${reader}`] : [] }))
}
