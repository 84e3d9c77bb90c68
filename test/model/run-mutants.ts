import { spawnSync } from 'node:child_process'
import { MUTANTS } from './mutants.ts'

/** Plants each bug and expects the model to notice. */
let survivors = 0
for (const { bug } of MUTANTS) {
  const env = { ...process.env, MUTANT: bug, HISTORIES: '2000', SEED: '2026' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', './test/model/plant.ts', 'test/model/live.ts'], {
    env,
    encoding: 'utf8',
  })
  const isNoticed = status === 1 && stdout.startsWith('history')
  if (!isNoticed) survivors += 1
  console.log(`${isNoticed ? 'noticed ' : 'MISSED  '} ${bug}: ${(stdout || stderr).split('\n')[0]?.slice(0, 160)}`)
}
console.log(survivors === 0 ? `all ${MUTANTS.length} bugs are noticed` : `${survivors} bugs are not noticed`)
process.exit(survivors === 0 ? 0 : 1)
