import { hostile, type Surface, shortHostile } from './words.ts'

/** The screens of the office, with the forms and panels that open in them. */
export const OFFICE: Surface<{ address: string }>[] = [
  [
    'the policies by their names, and whom a rule of one describes',
    async ({ page, address, shows, offers }) => {
      await page.goto(`${address}/office`)
      await offers('.version select', 'policy')
      await page.locator('form.draft input[name="name"]').fill(hostile('draft'))
      await page.keyboard.press('Enter')
      await offers('.rule-place select:last-of-type', 'material')
      await page.locator('.rule-place select').first().selectOption('1')
      await page.locator('.rule-place select').last().selectOption('book')
      await page.locator('[data-add-rule]').click()
      await shows('.rule summary', 'branch', 'material')
      await offers('.version select', 'draft')
    },
  ],
  [
    'the calendar',
    async ({ page, shows, offers }) => {
      await page.locator('[data-screen="calendar"]').click()
      await shows('[data-exception]', 'closing')
      await shows('[data-holiday]', 'holiday')
      await offers('[data-calendar] .version select', 'branch')
    },
  ],
  [
    'the exhibitions, and one that is changed',
    async ({ page, shows, offers }) => {
      await page.locator('[data-screen="exhibitions"]').click()
      await shows('[data-exhibition]', 'exhibition', 'branch')
      await page.locator('[data-exhibition] button').first().click()
      for (const field of ['title-kk', 'title-ru', 'title-en']) await offers(`[name="${field}"]`, 'exhibition')
    },
  ],
  [
    'the staff, and what is known of one of them',
    async ({ page, shows, offers }) => {
      await page.locator('[data-screen="staff"]').click()
      await shows('.staff table', 'staff', 'branch')
      await page.locator('[data-row="librarian1"] button.name').click()
      await shows('[data-member="librarian1"] h2', 'staff')
      await offers('[data-member="librarian1"] input[name="name"]', 'staff')
      await shows('[data-member="librarian1"] [data-session]', 'device')
    },
  ],
  [
    'the audit, searched',
    async ({ page, shows, offers }) => {
      await page.locator('[data-screen="audit"]').click()
      await shows('.audit table', 'staff', 'title', 'branch')
      await offers('.audit-form select[name="staff"]', 'staff')
      await page.locator('.audit-form select[name="deed"]').selectOption('exhibition-announced')
      await page.locator('.audit-form button[type="submit"]').click()
      await page.locator('[data-audited="1"]').waitFor()
      await shows('.audit table', 'announced')
      await page.locator('.audit-form input[name="code"]').fill(hostile('code').slice(0, 50))
      await page.locator('.audit-form button[type="submit"]').click()
      await page.locator('[data-audited="0"]').waitFor()
    },
  ],
  [
    'one’s own sessions and passkeys',
    async ({ page, shows }) => {
      await page.locator('[data-screen="sessions"]').click()
      await shows('[data-session]', 'device')
      await shows('[data-own-passkey]', 'device')
    },
  ],
  [
    'the books that a draft would change',
    async ({ page, shows }) => {
      await page.locator('[data-screen="policy"]').click()
      const draft = page.locator('.version option').filter({ hasText: shortHostile('draft') })
      await page.locator('.version select').selectOption((await draft.getAttribute('value')) ?? '')
      const rule = page.locator('.rule[data-rule="Ересек"]')
      await rule.locator('summary').click()
      await rule.locator('[data-term="loanDays"] input[type="number"]').fill('1')
      await page.keyboard.press('Tab')
      await page.locator('[data-save]:enabled').click()
      await page.locator('[data-dry-run]').click()
      await shows('.dry-run li', 'title')
    },
  ],
]
