import { ApplicationId, EmployerId, FollowUpId } from '#shared/facts/value.ts';
import type { FollowUpRow } from '#shared/rows.ts';

/** A follow-up as reminders, tray and notifications get it: an open step of the user's own, due in a day. */
export const followUpRow = (name: string, fields: Partial<FollowUpRow> = {}): FollowUpRow => ({
  id: FollowUpId.parse(`own-step/${name}`),
  rule: 'stay-proportional',
  alsoRules: [],
  kind: 'own-step',
  employer: EmployerId.parse('employer'),
  application: ApplicationId.parse('application'),
  interview: null,
  person: null,
  reference: null,
  step: null,
  because: { type: 'chosen-by-you', at: 0, day: '2026-05-12' },
  window: { from: 0, due: 86_400_000, until: 172_800_000 },
  closesAt: null,
  isContact: false,
  pinned: false,
  snoozedUntil: null,
  movedByCoolDown: false,
  state: 'open',
  resolvedAt: null,
  employerName: 'Brightwater',
  role: 'product designer',
  personName: null,
  stepText: `Step ${name}`,
  ...fields,
});
