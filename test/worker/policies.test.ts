import { beforeEach, describe, expect, it } from 'vitest'
import { LIBRARY_TERMS } from '../../worker/domain/circulation/policy.ts'
import { type Library, openLibrary } from '../support/in-workerd.ts'

let library: Library
beforeEach(async () => {
  library = await openLibrary()
  await library.signIn('director')
  library.state.trips = 0
})

const call = async (method: string, path: string, body?: object) => {
  const response = await library.call(method, path, body, { 'idempotency-key': crypto.randomUUID() })
  return { status: response.status, body: await response.json() }
}
const everything = { branchId: null, category: null, material: null, terms: LIBRARY_TERMS }
const shortFor = (more: object) => ({ branchId: null, category: null, material: null, ...more })
const draft = async (name = 'Жаз') => {
  const { body } = await call('POST', '/api/policies', { name, from: 2 })
  return (body as { policy: { id: number } }).policy.id
}
const lend = (copy: string, reader = 'R1', more: object = {}) => call('POST', '/api/loans', { reader, copy, branch: 1, ...more })
const inForce = async (rules: object[]) => {
  const id = await draft()
  await call('PUT', `/api/policies/${id}`, { revision: 0, name: 'Жаз', rules })
  return call('POST', `/api/policies/${id}/force`, { revision: 1 })
}

describe('editing the policy', () => {
  it('drafts a copy of what is in force, in two round trips, with a journal line', async () => {
    const made = await call('POST', '/api/policies', { name: 'Жаз', from: 2 })
    expect(made).toMatchObject({ status: 201, body: { policy: { id: 3, name: 'Жаз', revision: 0, inForceAt: null } } })
    expect(library.state.trips).toBe(2)
    const { body } = await call('GET', '/api/policies/3')
    expect(body).toMatchObject({ rules: [{ branchId: null, category: null, material: null, terms: LIBRARY_TERMS }, { category: 'child' }] })
    expect((await library.client.execute("SELECT deed FROM journal WHERE deed = 'policy-drafted'")).rows).toHaveLength(1)
  })

  it('shows the versions, and which of them is in force', async () => {
    await draft()
    const { body } = await call('GET', '/api/policies')
    expect(body).toMatchObject({
      inForce: 2,
      versions: [{ id: 3 }, { id: 2 }, { id: 1 }],
      materials: expect.arrayContaining([{ slug: 'textbook', parent: 'book', nameKk: 'Оқулық', nameRu: 'Учебник', nameEn: 'Textbook' }]),
    })
  })

  it('refuses a change from an old reading, and one to a policy in force', async () => {
    const id = await draft()
    const change = (revision: number) => call('PUT', `/api/policies/${id}`, { revision, name: 'Жаз', rules: [everything] })
    const both = await Promise.all([change(0), change(0)])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(await change(0)).toMatchObject({ status: 409, body: { refused: 'policy-just-changed' } })
    expect(await call('PUT', '/api/policies/2', { revision: 0, name: 'x', rules: [everything] })).toMatchObject({
      body: { refused: 'policy-is-in-force' },
    })
    await expect(library.client.execute("UPDATE policy_rules SET terms = '{}' WHERE version_id = 2")).rejects.toThrow('not changed')
    expect(await call('PUT', '/api/policies/99', { revision: 0, name: 'x', rules: [everything] })).toMatchObject({ status: 404 })
  })

  it('R1: puts nothing in force that leaves a term open for everybody', async () => {
    expect(await inForce([shortFor({ terms: { maxLoans: 3 } })])).toMatchObject({ status: 409, body: { refused: 'policy-is-incomplete' } })
    expect(await inForce([{ ...everything, category: 'adult' }])).toMatchObject({ status: 409, body: { refused: 'policy-is-incomplete' } })
  })

  it.each([
    [[everything, everything]],
    [[{ ...everything, branchId: 99 }]],
    [[{ ...everything, material: 'scroll' }]],
    [[{ ...everything, terms: { loanDays: -1 } }]],
    [[{ ...everything, terms: { fines: 1 } }]],
    [[]],
  ])('answers 400 to rules that make no sense: %#', async (rules) => {
    const id = await draft()
    expect(await call('PUT', `/api/policies/${id}`, { revision: 0, name: 'Жаз', rules })).toMatchObject({ status: 400 })
  })

  it('is for the director, and to be seen by librarians', async () => {
    await library.signIn('aigerim')
    expect(await call('POST', '/api/policies', { name: 'x', from: 2 })).toMatchObject({ status: 403 })
    expect(await call('GET', '/api/policies/2')).toMatchObject({ status: 200 })
    await library.signIn('saule')
    expect(await call('GET', '/api/policies')).toMatchObject({ status: 403 })
  })
})

describe('lending under a policy', () => {
  it('R3, R4: takes the rule of the branch that owns the copy and of its material', async () => {
    await library.client.execute("UPDATE copies SET material = 'textbook' WHERE barcode = 'C1'")
    await inForce([
      everything,
      shortFor({ branchId: 2, terms: { loanDays: 3 } }),
      shortFor({ material: 'textbook', terms: { loanDays: 30 } }),
      shortFor({ material: 'book', terms: { loanDays: 10 } }),
    ])
    expect(await lend('C1')).toMatchObject({ body: { loan: { dueOn: '2026-12-23' } } })
    expect(await lend('C2')).toMatchObject({ body: { loan: { dueOn: '2026-11-26' } } })
    expect(await lend('C3')).toMatchObject({ body: { loan: { dueOn: '2026-12-03' } } })
  })

  it('keeps the policy that a loan was made under: a later one changes nothing of it', async () => {
    await lend('C1')
    await inForce([{ ...everything, terms: { ...LIBRARY_TERMS, maxRenewals: 0 } }])
    library.state.now = new Date('2026-11-30T05:00:00Z')
    await library.signIn('director')
    await lend('C3')
    expect(await call('POST', '/api/renewals', { copy: 'C1' })).toMatchObject({ status: 201, body: { loan: { renewals: 1 } } })
    expect(await call('POST', '/api/renewals', { copy: 'C3' })).toMatchObject({ body: { refused: 'no-renewals-left' } })
  })

  it('comes into force on its day', async () => {
    const id = await draft()
    await call('PUT', `/api/policies/${id}`, {
      revision: 0,
      name: 'Қыс',
      rules: [{ ...everything, terms: { ...LIBRARY_TERMS, loanDays: 3 } }],
    })
    expect(await call('POST', `/api/policies/${id}/force`, { revision: 1, from: '2026-11-22' })).toMatchObject({
      body: { refused: 'day-has-passed' },
    })
    await call('POST', `/api/policies/${id}/force`, { revision: 1, from: '2026-12-01' })
    expect(await lend('C1')).toMatchObject({ body: { loan: { dueOn: '2026-12-08' } } })
    library.state.now = new Date('2026-11-30T19:01:00Z')
    await library.signIn('director')
    expect(await lend('C3')).toMatchObject({ body: { loan: { dueOn: '2026-12-04' } } })
  })

  it('R2: a category for which everything is nothing may not borrow', async () => {
    await inForce([everything, shortFor({ category: 'adult', terms: { maxLoans: 0 } })])
    expect(await lend('C1')).toMatchObject({ status: 409, body: { refused: 'not-lent-to-this-reader' } })
    expect(await lend('C1', 'R2')).toMatchObject({ status: 201 })
  })
})

describe('a dry run', () => {
  it('tells what the last year would have been under a draft, and changes nothing', async () => {
    await lend('C1')
    await lend('C3')
    await lend('C4', 'R2')
    const id = await draft()
    await call('PUT', `/api/policies/${id}`, {
      revision: 0,
      name: 'Жаз',
      rules: [everything, shortFor({ category: 'adult', terms: { loanDays: 10, maxLoans: 1 } })],
    })
    library.state.trips = 0
    const { status, body } = await call('POST', `/api/policies/${id}/dry-run`, {})
    expect(status).toBe(200)
    expect(library.state.trips).toBe(1)
    expect(body).toMatchObject({
      loans: 3,
      changed: 2,
      counts: { 'due-earlier': 2, 'over-the-limit': 1 },
      byRule: { '* adult *': { loans: 2, changed: 2 }, '* * *': { loans: 1, changed: 0 } },
      samples: [{ copy: 'C1', due: { before: '2026-12-08', after: '2026-12-03' } }, { copy: 'C3' }],
      after: null,
    })
    expect(JSON.stringify(body)).not.toContain('R1')
    expect(await call('POST', '/api/policies/99/dry-run', {})).toMatchObject({ status: 404 })
  })

  it('goes on from page to page, and looks at the last year only', async () => {
    await library.client.batch(
      [
        `WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 699)
         INSERT INTO copies (id, record_id, branch_id, barcode) SELECT i, 2, 1, 'N' || i FROM n`,
        `INSERT INTO loans (id, copy_id, reader_id, reader_ordinal, branch_id, lent_at, due_on, returned_at)
         SELECT id, id, 1, id, 1, iif(id < 200, '2025-03-03T05:00:00Z', '2026-03-03T05:00:00Z'), '2026-03-18', '2026-03-10T05:00:00Z' FROM copies WHERE id >= 100`,
        `INSERT INTO journal (at, day, deed, loan_id, branch_id) SELECT lent_at, substr(lent_at, 1, 10), 'loan', id, 1 FROM loans`,
      ],
      'write',
    )
    const pages: { loans: number; after: number | null }[] = []
    for (let after: number | null | undefined; after !== null; after = pages.at(-1)?.after ?? null) {
      const { body } = await call('POST', '/api/policies/1/dry-run', after === undefined ? {} : { after })
      pages.push(body as { loans: number; after: number | null })
    }
    expect(pages.map(({ loans }) => loans)).toEqual([250, 250, 0])
  })
})
