import { describe, expect, it } from 'vitest'
import { splitStatements } from '../../../db/server/statements.ts'

const split = (sql: string) => splitStatements(sql).map(({ sql }) => sql)

describe('splitting a script', () => {
  it('sees no semicolon in quotes and comments', () => {
    const script = `SELECT ';', "a;b", \`c;\`, [d;] -- e; f
      , 'it''s;'; /* ; */ SELECT 2;;`
    expect(split(script)).toHaveLength(2)
    expect(split('-- only a comment;')).toEqual([])
    expect(split("SELECT 'open; SELECT 2")).toHaveLength(1)
  })

  it('takes very long literals and comments', () => {
    const long = 'x;'.repeat(5_000_000)
    expect(split(`SELECT '${long}'; SELECT "${long}" /* ${long} */; -- ${long}`)).toHaveLength(2)
  })

  it('keeps a trigger whole, with BEGIN, CASE and END in it', () => {
    const trigger = `CREATE TEMP TRIGGER IF NOT EXISTS t AFTER INSERT ON loans BEGIN
      UPDATE copies SET state = CASE WHEN 1 THEN 'end;' ELSE 2 END; -- END;
      SELECT CASE 1 WHEN 1 THEN 2 END;
    END`
    expect(split(`BEGIN; ${trigger}; COMMIT;`)).toEqual(['BEGIN', trigger, 'COMMIT'])
    expect(split('CREATE TABLE "trigger" (a); SELECT 1')).toHaveLength(2)
  })

  it('knows the parameters by index', () => {
    const [statement] = splitStatements("SELECT ?, :a, @b, $c, :a, ?7, '?', x'00' -- ?")
    expect(statement?.parameters).toEqual([undefined, ':a', '@b', '$c', undefined, undefined, '?7'])
  })

  it('knows what can only read', () => {
    const reads = [
      'SELECT 1',
      'WITH a AS (SELECT 1) SELECT * FROM a',
      "WITH a AS (SELECT replace ('a', 'b', 'c')) SELECT 1",
      'VALUES (1)',
      'EXPLAIN DELETE FROM t',
      'PRAGMA user_version',
    ]
    const writes = [
      'WITH a AS (SELECT 1) DELETE FROM t',
      'WITH a AS (SELECT 1) REPLACE INTO t SELECT * FROM a',
      'PRAGMA user_version = 1',
      'CREATE TABLE t (a)',
      'BEGIN',
    ]
    expect(reads.map((sql) => splitStatements(sql)[0]?.readsOnly)).toEqual(reads.map(() => true))
    expect(writes.map((sql) => splitStatements(sql)[0]?.readsOnly)).toEqual(writes.map(() => false))
  })
})
