import type { IncidentKind } from '../../../../worker/domain/circulation/copy-state.ts'
import type { IncidentClosing } from '../../../../worker/domain/circulation/incidents/close-incident.ts'
import type { CopyInHand } from './mark-api.ts'

/** The marks that this copy may get: one that is on loan is not missing, one that is not cannot be claimed. */
export function marksFor({ copy, state: { incident }, loan }: CopyInHand): IncidentKind[] {
  if (copy.withdrawn) return []
  const possible: IncidentKind[] = loan ? ['claimed-returned', 'lost', 'damaged'] : ['missing', 'lost', 'damaged']
  if (!incident) return possible
  const after: Record<IncidentKind, IncidentKind[]> = {
    damaged: possible.filter((kind) => kind !== 'damaged'),
    'claimed-returned': ['lost'],
    missing: ['lost'],
    lost: ['claimed-returned'],
  }
  return after[incident.kind].filter((kind) => possible.includes(kind))
}

/** How the mark of this copy may end. */
export function endingsFor({ state: { incident }, loan }: CopyInHand): IncidentClosing[] {
  if (!incident) return []
  if (incident.kind === 'damaged') return ['repaired', 'replaced', 'written-off']
  if (incident.kind === 'claimed-returned') return ['never-lent', 'replaced', 'written-off']
  return loan ? ['replaced', 'written-off'] : ['found', 'replaced', 'written-off']
}
