import { type Refusal, refuse } from '../refusal.ts'
import { choosePassword } from './choose-password.ts'
import type { Post } from './staff-member.ts'

export interface NewStaff extends Post {
  login: string
  /** Lets them in once, to choose their own. */
  password: string
}

interface AddFacts {
  isTaken: boolean
  branchExists: boolean
  changes: number
}

/** Somebody new; whoever left keeps their login, for what they did keeps their name. */
export function addStaff({ isTaken, branchExists, changes }: AddFacts, added: NewStaff): { number: number } | Refusal {
  if (isTaken) return refuse('login-is-taken')
  if (!branchExists) return refuse('branch-not-found')
  return choosePassword(added.login, added.password) ?? { number: changes + 1 }
}
