import { useMemo } from 'react';
import { en } from '#shared/messages/en.ts';
import type { Voice } from '#shared/words.ts';
import { useNow, zoneNow } from './clock.ts';

/** The language and region of this user, for code outside components. */
export const voiceNow = (): Voice => voiceIn(zoneNow());

/** The language and region of this user. The same value as long as neither changes. */
export const useVoice = (): Voice => {
  // A journey may end in another zone while the window is open.
  useNow();
  const zone = zoneNow();
  return useMemo(() => voiceIn(zone), [zone]);
};

const voiceIn = (zone: string): Voice => ({ messages: en, region: { locale, zone } });

// Dates stand inside sentences, so they follow the language of the catalogue, in the region's way where that is English.
const locale = navigator.languages.find((language) => /^en(-|$)/.test(language)) ?? 'en-GB';
