import { ROLES } from '../../../../worker/domain/staff/permissions.ts'
import type { Branch } from '../../api-shapes.ts'
import { useSpeech } from '../../i18n/language.tsx'
import { roleWord } from '../../i18n/words.ts'
import { BranchOptions } from '../../ui/branch-options.tsx'
import type { Post } from './staff-api.ts'
import { useStaffWords } from './use-staff-words.ts'

interface Props {
  branches: Branch[]
  /** Whose they are; nobody's yet: each is to be chosen. */
  post?: Post
  /** Nobody changes their own role and branch. */
  nameOnly?: boolean
}

const EVERY_BRANCH = 'all'

export function PostFields({ branches, post, nameOnly = false }: Props) {
  const { t } = useSpeech()
  const words = useStaffWords()
  return (
    <>
      <label>
        <span>{words.name}</span>
        <input name="name" required maxLength={200} autocomplete="off" defaultValue={post?.name ?? ''} />
      </label>
      <label>
        <span>{words.role}</span>
        <select name="role" required disabled={nameOnly}>
          {!post && <option value="">{words.choose}</option>}
          {ROLES.map((role) => (
            <option key={role} value={role} selected={role === post?.role}>
              {roleWord(t, role)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{words.branch}</span>
        <select name="branch" required disabled={nameOnly}>
          {!post && <option value="">{words.choose}</option>}
          <BranchOptions branches={branches} selected={post?.branchId} />
          <option value={EVERY_BRANCH} selected={post?.branchId === null}>
            {words.everyBranch}
          </option>
        </select>
      </label>
    </>
  )
}

/** What was filled in; what could not be changed is as it was. */
export function postIn(fields: FormData, was?: Post): Post {
  const [role, branch] = [fields.get('role'), fields.get('branch')]
  return {
    name: String(fields.get('name')).trim(),
    role: role === null ? (was?.role ?? '') : String(role),
    branchId: branch === null ? (was?.branchId ?? null) : branch === EVERY_BRANCH ? null : Number(branch),
  }
}
