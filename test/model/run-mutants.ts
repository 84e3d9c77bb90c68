import { spawnSync } from 'node:child_process'
import { MUTANTS } from './mutants.ts'

const DIFFERS = /^history \d+ of seed|^[a-z-]+: [a-z]+ \d+: /m

/** Plants each bug and expects the model to notice. */
let survivors = 0
const firstOf = (text: string, wanted: RegExp) => text.split('\n').find((line) => wanted.test(line)) ?? text.split('\n')[0] ?? ''
for (const { bug } of MUTANTS) {
  const env = { ...process.env, MUTANT: bug, HISTORIES: '2000', SEED: '2026' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', './test/model/plant.ts', 'test/model/live.ts'], {
    env,
    encoding: 'utf8',
  })
  const isNoticed = status === 1 && DIFFERS.test(stdout)
  if (!isNoticed) survivors += 1
  console.log(`${isNoticed ? 'noticed ' : 'MISSED  '} ${bug}: ${firstOf(stdout || stderr, DIFFERS).slice(0, 160)}`)
}
console.log(survivors === 0 ? `all ${MUTANTS.length} bugs are noticed` : `${survivors} bugs are not noticed`)
process.exit(survivors === 0 ? 0 : 1)
