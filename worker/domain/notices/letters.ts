import type { Day } from '../calendar.ts'
import { GREETING, LETTER_WORDS, PHONE } from './letter-words.ts'
import type { NoticeFacts, NoticeKind, NoticeReader } from './notice.ts'

export interface Letter {
  /** Its first notice; the same when it is sent again. */
  id: number
  kind: NoticeKind
  notices: number[]
  reader: NoticeReader
  /** How often it was tried before. */
  attempts: number
  /** The same for the same letter tried again; another one when the staff asked for it once more. */
  key: string
  subject: string
  text: string
}

/** One letter to a reader for each kind, whatever the number of books; one that was tried before stays as it was. */
export function letters(notices: readonly NoticeFacts[]): Letter[] {
  const open = notices.filter(({ stillTrue }) => stillTrue)
  const together = Map.groupBy(open, ({ letter, reader, kind }) => (letter === null ? `${reader.id} ${kind}` : `again ${letter}`))
  return [...together.values()].flatMap((own) => {
    const [first] = own
    return first ? [letterOf(first, own)] : []
  })
}

function letterOf(first: NoticeFacts, notices: readonly NoticeFacts[]): Letter {
  const { reader, kind, branch, attempts, askedAgain } = first
  const id = first.letter ?? Math.min(...notices.map((notice) => notice.id))
  const { language } = reader
  const { subject, intro, until, closing } = LETTER_WORDS[language][kind]
  const lines = notices.map(({ title, day }) => `• ${oneLine(title)} (${until}: ${shownDay(day)})`)
  const from = language === 'kk' ? branch.nameKk : branch.nameRu
  const signature = branch.phone ? `${from}\n${PHONE[language]}: ${branch.phone}` : from
  return {
    id,
    key: `bulaq-letter-${id}${askedAgain > 0 ? `-${askedAgain}` : ''}`,
    kind,
    notices: notices.map((notice) => notice.id),
    reader,
    attempts,
    subject,
    text: [`${GREETING[language]}, ${oneLine(reader.name)}!`, `${intro}\n${lines.join('\n')}`, closing, signature].join('\n\n'),
  }
}

const shownDay = (day: Day) => day.split('-').reverse().join('.')
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
