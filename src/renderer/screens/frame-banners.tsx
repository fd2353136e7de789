import { useState, type ReactNode } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { go } from '#renderer/route.ts';
import { useAppState } from '#renderer/store/app-state.ts';
import { restartStore, useStoreFailure } from '#renderer/store/store.ts';
import { refusalWords } from '#renderer/submit.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { useVoice } from '#renderer/voice.ts';
import styles from './frame.module.css';

/**
 * What must be known wherever one is, most pressing first: what happened, what is safe, what to do. Undefined where there
 * is nothing to say.
 */
export const useFrameBanners = (): ReactNode | undefined => {
  const { frame } = useVoice().messages;
  const state = useAppState();
  const failure = useStoreFailure();
  const [understood, setUnderstood] = useState<ReadonlySet<string>>(new Set());
  // What was understood stays away until the app starts again.
  const understand = (key: string) => (
    <Button onPress={() => setUnderstood(new Set([...understood, key]))}>{frame.understood}</Button>
  );
  const banners = [
    failure !== null && (
      <Banner
        key="store"
        tone="clay"
        live="alert"
        title={frame.storeFailureTitle}
        actions={<Button onPress={restartStore}>{frame.tryAgain}</Button>}
      >
        {frame.storeFailureText({ because: failure })}
      </Banner>
    ),
    state?.saving.type === 'not-saved' && (
      <Banner key="not-saved" tone="clay" live="alert" title={frame.notSavedTitle}>
        {frame.notSavedText(state.saving)}
      </Banner>
    ),
    state !== null && state.readOnly !== null && (
      <Banner key="read-only" tone="clay" live="alert" title={frame.readOnlyTitle}>
        {state.readOnly === 'damaged' ? frame.readOnlyDamaged({ folder: state.folder }) : frame.readOnlyNewer}
      </Banner>
    ),
    state !== null && state.damaged.length > 0 && !understood.has('damaged') && (
      <Banner
        key="damaged"
        tone="clay"
        title={frame.damagedTitle({ n: state.damaged.length })}
        actions={understand('damaged')}
      >
        {frame.damagedText}
        <ul className={styles.files}>
          {state.damaged.map(({ file, movedTo }) => (
            <li key={file}>{frame.damagedFile({ file, movedTo })}</li>
          ))}
        </ul>
      </Banner>
    ),
    state?.reminders === 'unavailable' && !understood.has('reminders') && (
      <Banner key="reminders" tone="ochre" title={frame.remindersTitle} actions={understand('reminders')}>
        {frame.remindersText}
      </Banner>
    ),
    state?.which === 'sample' && (
      <Banner key="sample" actions={<Button onPress={() => void startOwnSearch()}>{frame.sampleStart}</Button>}>
        {frame.sampleText}
      </Banner>
    ),
  ].filter((banner) => banner !== false);
  return banners.length === 0 ? undefined : <div className={styles.banners}>{banners}</div>;
};

/** Leaves the sample for the user's own search. */
export const startOwnSearch = async (): Promise<void> => {
  const result = await bridge.openSearch({ which: 'own' });
  if (result.ok) go('/');
  else showToast({ text: refusalWords(result.error) });
};
