import { useEffect } from 'react';
import { go } from '#renderer/route.ts';
import { useRow } from '#renderer/store/store.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import { NotFound } from './not-found.tsx';

/** Leads from a follow-up (a notification, the tray) to the screen where it is done. */
export const FollowUpPlace = ({ id }: { readonly id: string }) => {
  const followUp = useRow('followUps', id);
  const place = followUp === null || followUp === undefined ? null : placeOf(followUp);
  useEffect(() => {
    if (place !== null) go(place, { replace: true });
  }, [place]);
  return followUp === null ? <NotFound /> : null;
};

/** Today shows an open one with all that can be done about it; the interview's own page holds its checklist and debrief. */
const placeOf = (followUp: FollowUpRow): string => {
  if ((followUp.kind === 'debrief' || followUp.kind === 'before-you-leave') && followUp.interview !== null) {
    return `/interview/${followUp.interview}`;
  }
  return followUp.state === 'open'
    ? `/?follow-up=${encodeURIComponent(followUp.id)}`
    : `/application/${followUp.application}`;
};
