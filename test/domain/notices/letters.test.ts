import { describe, expect, it } from 'vitest'
import { letters } from '../../../worker/domain/notices/letters.ts'
import { nextTry } from '../../../worker/domain/notices/next-try.ts'
import type { NoticeFacts } from '../../../worker/domain/notices/notice.ts'
import { noticeWindows } from '../../../worker/domain/notices/notice-windows.ts'

const reader = { id: 1, card: 'R1', name: 'Ахметова Сәуле', email: 'saule@example.kz', phone: null, language: 'kk' } as const
const notice = (id: number, more: Partial<NoticeFacts> = {}): NoticeFacts => ({
  id,
  kind: 'due-soon',
  day: '2026-12-08',
  title: 'Абай жолы',
  reader,
  branch: { nameKk: 'Орталық кітапхана', nameRu: 'Центральная библиотека', phone: '8 (71036) 0-00-00' },
  letter: null,
  attempts: 0,
  askedAgain: 0,
  stillTrue: true,
  ...more,
})

describe('a letter', () => {
  it('names all books of a reader in Kazakh, with the day after a label', () => {
    const [letter, ...others] = letters([notice(7), notice(5, { title: 'Мать' })])
    expect(others).toEqual([])
    expect(letter).toMatchObject({ id: 5, notices: [7, 5], subject: 'Кітап қайтару мерзімі жақындап қалды' })
    expect(letter?.text).toBe(
      [
        'Сәлеметсіз бе, Ахметова Сәуле!',
        '',
        'Сіз алған басылымдарды қайтару мерзімі жақындап қалды:',
        '• Абай жолы (қайтару мерзімі: 08.12.2026)',
        '• Мать (қайтару мерзімі: 08.12.2026)',
        '',
        'Мерзімін ұзартқыңыз келсе, кітапханаға хабарласыңыз.',
        '',
        'Орталық кітапхана',
        'Телефон: 8 (71036) 0-00-00',
      ].join('\n'),
    )
  })

  it('is in Russian for whoever chose it', () => {
    const [letter] = letters([notice(1, { kind: 'hold-waiting', reader: { ...reader, language: 'ru' } })])
    expect(letter?.subject).toBe('Ваш заказ готов')
    expect(letter?.text).toContain('• Абай жолы (последний день выдачи: 08.12.2026)')
    expect(letter?.text).toContain('Центральная библиотека')
  })

  it('is one for each reader and kind, and says nothing that is no longer true', () => {
    const other = { ...reader, id: 2 }
    const made = letters([notice(1), notice(2, { kind: 'overdue' }), notice(3, { reader: other }), notice(4, { stillTrue: false })])
    expect(made.map(({ notices }) => notices)).toEqual([[1], [2], [3]])
  })

  it('stays the letter it was when it is sent again: what came later goes by itself', () => {
    const made = letters([notice(1, { letter: 1, attempts: 2 }), notice(2, { letter: 1, attempts: 2 }), notice(3)])
    expect(made.map(({ id, notices, attempts }) => ({ id, notices, attempts }))).toEqual([
      { id: 1, notices: [1, 2], attempts: 2 },
      { id: 3, notices: [3], attempts: 0 },
    ])
  })
})

describe('when readers are told', () => {
  it('no due day is told of twice on one night', () => {
    const windows = noticeWindows({ dueSoonDays: 3, overdueDays: [1, 7, 21] }, '2026-12-10')
    expect(windows.map(({ kind, step, from, to }) => [kind, step, from, to])).toEqual([
      ['due-soon', 0, '2026-12-11', '2026-12-13'],
      ['overdue', 1, '2026-12-04', '2026-12-09'],
      ['overdue', 7, '2026-11-28', '2026-12-03'],
      ['overdue', 21, '2026-11-14', '2026-11-19'],
    ])
  })

  it('a letter is tried five times, each time later', () => {
    const now = new Date('2026-12-10T00:00:00Z')
    const hours = [1, 2, 3, 4, 5].map((failures) => nextTry(failures, now)?.toISOString())
    expect(hours).toEqual([
      '2026-12-10T00:15:00.000Z',
      '2026-12-10T01:00:00.000Z',
      '2026-12-10T04:00:00.000Z',
      '2026-12-10T16:00:00.000Z',
      undefined,
    ])
  })
})
