import type { TestProject } from 'vitest/node'
import { serveForTests } from './serve-for-tests.ts'

export default (project: TestProject) => serveForTests(project, 'node-sqlite')
