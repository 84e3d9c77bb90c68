import { spawnSync } from 'node:child_process'

const steps: [string, string[]][] = [
  ['format and lint', ['npx', 'biome', 'ci', '.']],
  ['types', ['npm', 'run', '--silent', 'types']],
  ['unused code', ['npx', 'knip']],
  ['tests', ['npm', 'test', '--silent']],
]

for (const [name, [command = '', ...args]] of steps) {
  console.log(`— ${name}`)
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    console.error(`${name}: not in order`)
    process.exit(1)
  }
}
