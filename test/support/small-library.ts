import type { Client } from '@libsql/client/http'
import { hashPassword } from '../../worker/password.ts'

/** Of everybody on the staff. */
export const PASSWORD = 'a-long-password'

/** Two branches, two records, a few copies, and readers whose cards say what they are. */
export async function fillLibrary(client: Client): Promise<void> {
  const password = await hashPassword(PASSWORD)
  const staff = [
    ['aigerim', 'librarian', 1],
    ['bolat', 'librarian', 2],
    ['saule', 'cataloguer', null],
    ['director', 'director', null],
  ]
  await client.batch(
    [
      "INSERT INTO branches (id, code, name_kk, name_ru, name_en) VALUES (1, 'central', 'Орталық', 'Центральная', 'Central'), (2, 'branch-1', '№ 1 филиал', 'Филиал № 1', 'Branch 1')",
      "INSERT INTO policy_versions (id, name, made_at) VALUES (2, 'test', '2026-02-01')",
      'INSERT INTO policy_rules SELECT 2, branch_id, category, material, terms FROM policy_rules WHERE version_id = 1',
      `INSERT INTO policy_rules VALUES (2, 0, 'child', '', '{"maxLoans":3}')`,
      "UPDATE policy_versions SET in_force_at = '2026-02-01' WHERE id = 2",
      ...staff.map(([login, role, branch]) => ({
        sql: 'INSERT INTO staff (login, name, role, branch_id, password) VALUES (?, ?, ?, ?, ?)',
        args: [login ?? '', login ?? '', role ?? '', branch ?? null, password],
      })),
      `INSERT INTO readers (id, card, name, category, birth_year, branch_id, registered_on, card_expires_on, blocked_reason) VALUES
        (1, 'R1', 'Ахметова Сәуле', 'adult', 1980, 1, '2026-01-05', '2026-12-31', NULL),
        (2, 'R2', 'Иванов Пётр', 'child', 2015, 2, '2026-01-05', '2026-12-31', NULL),
        (3, 'EXPIRED', 'Ким Алия', 'adult', 1990, 1, '2025-01-05', '2025-12-31', NULL),
        (4, 'BLOCKED', 'Нұрланов Ерлан', 'adult', 1990, 1, '2025-01-05', '2026-12-31', 'card lost')`,
      `INSERT INTO records (id, identity, title, author, year, language, shelfmark, content_group, kind, title_sort, description, added_at, changed_at) VALUES
        (1, 't:1', 'Абай жолы', 'Әуезов, Мұхтар', 1942, 'kaz', '84(5Қаз)', 'fiction', 'book', '1', '{}', '', ''),
        (2, 't:2', 'Мать', 'Горький, Максим', 1906, 'rus', '84(2)', 'fiction', 'book', '2', '{}', '', '')`,
      "INSERT INTO copies (id, record_id, branch_id, barcode) VALUES (1, 1, 1, 'C1'), (2, 1, 2, 'C2'), (3, 2, 1, 'C3'), (4, 2, 1, 'C4'), (5, 2, 1, 'C5'), (6, 2, 1, 'C6'), (7, 2, 1, 'C7')",
      "INSERT INTO copies (id, record_id, branch_id, barcode, on_site_only) VALUES (8, 2, 1, 'ONSITE', 1)",
      "INSERT INTO copies (id, record_id, branch_id, barcode, withdrawn_on) VALUES (9, 2, 1, 'WITHDRAWN', '2020-01-01')",
    ],
    'write',
  )
}
