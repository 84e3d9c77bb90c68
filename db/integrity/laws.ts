/**
 * The laws of a live database (R83 and the promises of the index), each as a query for what breaks it: `row` names the row,
 * `detail` says what is wrong with it. What only ever grows is read from the day `:since` on.
 */
export const LAWS = {
  'one-open-loan-for-a-copy': `SELECT format('copy %d', copy_id) AS row, format('%d open loans', count(*)) AS detail
    FROM loans WHERE returned_at IS NULL GROUP BY copy_id HAVING count(*) > 1`,

  'a-lent-copy-is-on-loan': `SELECT format('loan %d', l.id) AS row, format('copy %d is %s', l.copy_id, coalesce(w.place, 'on its shelf')) AS detail
    FROM loans l LEFT JOIN copy_whereabouts w ON w.copy_id = l.copy_id WHERE l.returned_at IS NULL AND w.place IS NOT 'on-loan'`,

  'a-copy-on-loan-is-lent': `SELECT format('copy %d', w.copy_id) AS row, 'on loan without a loan' AS detail
    FROM copy_whereabouts w WHERE w.place = 'on-loan' AND NOT EXISTS (SELECT 1 FROM loans l WHERE l.copy_id = w.copy_id AND l.returned_at IS NULL)`,

  'a-lent-copy-is-not-on-its-way': `SELECT format('transfer %d', t.id) AS row, format('copy %d is lent', t.copy_id) AS detail
    FROM transfers t JOIN loans l ON l.copy_id = t.copy_id AND l.returned_at IS NULL
    WHERE t.sent_at IS NOT NULL AND t.received_at IS NULL AND t.cancelled_at IS NULL`,

  'a-copy-on-its-way-has-a-transfer': `SELECT format('copy %d', w.copy_id) AS row, 'in transit without an open transfer' AS detail
    FROM copy_whereabouts w WHERE w.place = 'in-transit' AND NOT EXISTS (
      SELECT 1 FROM transfers t WHERE t.copy_id = w.copy_id AND t.sent_at IS NOT NULL AND t.received_at IS NULL AND t.cancelled_at IS NULL)`,

  'a-waiting-hold-has-its-copy': `SELECT format('hold %d', h.id) AS row, format('copy %d is %s', h.trapped_copy_id, coalesce(w.place, 'on its shelf')) AS detail
    FROM holds h LEFT JOIN copy_whereabouts w ON w.copy_id = h.trapped_copy_id
    WHERE h.state = 'waiting' AND (w.place IS NOT 'hold-shelf' OR w.hold_id IS NOT h.id)`,

  'a-hold-waits-at-its-branch': `SELECT format('hold %d', h.id) AS row,
      format('copy %d stands at branch %d, pickup is branch %d', c.id, c.holding_branch_id, h.pickup_branch_id) AS detail
    FROM holds h JOIN copies c ON c.id = h.trapped_copy_id WHERE h.state = 'waiting' AND c.holding_branch_id <> h.pickup_branch_id`,

  'a-travelling-hold-has-a-transfer': `SELECT format('hold %d', h.id) AS row, format('copy %d has no open transfer', h.trapped_copy_id) AS detail
    FROM holds h WHERE h.state = 'in-transit' AND NOT EXISTS (
      SELECT 1 FROM transfers t WHERE t.copy_id = h.trapped_copy_id AND t.received_at IS NULL AND t.cancelled_at IS NULL)`,

  'one-place-in-a-queue': `SELECT format('record %d', record_id) AS row, format('%d holds at one place of the queue', count(*)) AS detail
    FROM holds WHERE state = 'queued' GROUP BY record_id, queue_ordinal HAVING count(*) > 1`,

  'one-open-transfer-for-a-copy': `SELECT format('copy %d', copy_id) AS row, format('%d open transfers', count(*)) AS detail
    FROM transfers WHERE received_at IS NULL AND cancelled_at IS NULL GROUP BY copy_id HAVING count(*) > 1`,

  'a-withdrawn-copy-is-not-lent': `SELECT format('copy %d', c.id) AS row, format('withdrawn on %s', c.withdrawn_on) AS detail
    FROM copies c JOIN loans l ON l.copy_id = c.id AND l.returned_at IS NULL WHERE c.withdrawn_on IS NOT NULL`,

  'a-loan-goes-forward': `SELECT format('loan %d', id) AS row, format('lent %s, due %s, returned %s', lent_at, due_on, coalesce(returned_at, 'never')) AS detail
    FROM loans WHERE (lent_at >= :since OR returned_at IS NULL) AND (returned_at < lent_at OR due_on < substr(lent_at, 1, 10))`,

  'renewals-are-counted': `SELECT format('loan %d', l.id) AS row,
      format('%d renewals, %d in its history', l.renewals, (SELECT count(*) FROM loan_changes c WHERE c.loan_id = l.id AND c.deed = 'renewal')) AS detail
    FROM loans l WHERE l.returned_at IS NULL
      AND l.renewals <> (SELECT count(*) FROM loan_changes c WHERE c.loan_id = l.id AND c.deed = 'renewal')`,

  'loans-of-a-reader-are-counted': `SELECT format('reader %d', id) AS row, format('%d made, the last is number %d', loans_made, last) AS detail
    FROM (SELECT id, loans_made, (SELECT max(reader_ordinal) FROM loans WHERE reader_id = r.id) AS last FROM readers r) WHERE last > loans_made`,

  'every-open-loan-is-in-the-journal': `SELECT format('loan %d', l.id) AS row, format('lent %s, no line in the journal', l.lent_at) AS detail
    FROM loans l WHERE l.returned_at IS NULL AND l.lent_at >= :since
      AND l.id NOT IN (SELECT j.loan_id FROM journal j WHERE j.day >= :since AND j.deed IN ('loan', 'on-site-loan') AND j.loan_id IS NOT NULL)`,

  'closed-days-match-the-journal': `SELECT day AS row, format('%d loans counted, %d in the journal', sum(counted), sum(journal)) AS detail FROM (
      SELECT day, count AS counted, 0 AS journal FROM day_totals WHERE unit = 'loan' AND day >= :since
      UNION ALL SELECT j.day, 0, j.quantity FROM journal j JOIN (
        SELECT day, branch_id, max(journal_to) AS journal_to FROM day_closings WHERE day >= :since GROUP BY day, branch_id) c
        ON c.day = j.day AND c.branch_id = coalesce(j.branch_id, 0) AND j.id <= c.journal_to WHERE j.deed = 'loan'
    ) GROUP BY day HAVING sum(counted) <> sum(journal)`,

  'years-sum-their-days': `SELECT format('%s %s', year, unit) AS row, format('%d in the year, %d in its days', sum(years), sum(days)) AS detail FROM (
      SELECT period AS year, unit, count AS years, 0 AS days FROM period_figures WHERE period >= substr(:since, 1, 4) AND length(period) = 4
      UNION ALL SELECT substr(day, 1, 4), unit, 0, count FROM day_totals WHERE day >= substr(:since, 1, 4)
    ) GROUP BY year, unit HAVING sum(years) <> sum(days)`,

  'stock-is-counted': `SELECT format('record %d, branch %d', record_id, branch_id) AS row,
      format('%d copies and %d on the shelf, should be %d and %d', sum(copies), sum(on_shelf), sum(real), sum(free)) AS detail FROM (
      SELECT record_id, branch_id, copies, on_shelf, 0 AS real, 0 AS free FROM stock
      UNION ALL SELECT record_id, holding_branch_id, 0, 0, 1, 0 FROM copies WHERE withdrawn_on IS NULL
      UNION ALL SELECT record_id, branch_id, 0, 0, 0, 1 FROM copies_on_shelf
    ) GROUP BY record_id, branch_id HAVING sum(copies) <> sum(real) OR sum(on_shelf) <> sum(free)`,

  'a-record-sums-its-stock': `SELECT format('record %d', r.id) AS row, format('%d copies, %d on the shelf', r.copies, r.on_shelf) AS detail
    FROM records r LEFT JOIN (SELECT record_id, sum(copies) AS copies, sum(on_shelf) AS on_shelf FROM stock GROUP BY record_id) s ON s.record_id = r.id
    WHERE r.copies <> coalesce(s.copies, 0) OR r.on_shelf <> coalesce(s.on_shelf, 0)`,

  'the-index-knows-what-is-on-the-shelf': `SELECT format('record %d', i.record_id) AS row, format('bits %d', f.on_shelf) AS detail
    FROM index_facets f JOIN index_lines i ON i.place = f.place
    WHERE f.on_shelf <> (SELECT coalesce(sum(1 << (s.branch_id - 1)), 0) FROM stock s WHERE s.record_id = i.record_id AND s.on_shelf > 0)`,

  'every-record-is-in-the-index': `SELECT format('record %d', r.id) AS row, 'not to be found' AS detail
    FROM records r LEFT JOIN index_lines i ON i.record_id = r.id LEFT JOIN index_facets f ON f.place = i.place
    WHERE f.place IS NULL OR NOT EXISTS (SELECT 1 FROM catalogue_index x WHERE x.rowid = i.place)`,

  'the-index-has-no-ghosts': `SELECT format('record %d', i.record_id) AS row, 'in the index, not in the catalogue' AS detail
    FROM index_lines i LEFT JOIN records r ON r.id = i.record_id WHERE r.id IS NULL`,

  'one-rule-holds-for-all': `SELECT format('policy %d', v.id) AS row, 'no rule for every branch, category and material' AS detail
    FROM policy_versions v WHERE v.in_force_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM policy_rules p WHERE p.version_id = v.id AND p.branch_id = 0 AND p.category = '' AND p.material = '')`,
} as const

export type Law = keyof typeof LAWS
