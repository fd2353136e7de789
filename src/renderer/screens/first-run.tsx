import { useState, type FormEvent } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { now } from '#renderer/clock.ts';
import { submit } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Heading } from '#renderer/ui/heading.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { useVoice } from '#renderer/voice.ts';
import styles from './first-run.module.css';

/** The first window of all: begin, or look around in a sample. */
export const FirstRun = () => {
  const { messages } = useVoice();
  const { firstRun } = messages.frame;
  const [name, setName] = useState('');
  const [isBusy, setBusy] = useState(false);

  const start = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const userName = name.trim();
    const result = await submit({
      type: 'batch',
      commands: [
        { type: 'start-search', at: now() },
        ...(userName === '' ? [] : [{ type: 'update-settings' as const, fields: { userName } }]),
      ],
    });
    // Where it worked, the rows that come in take this page away.
    if (!result.ok) setBusy(false);
  };

  const showSample = async () => {
    setBusy(true);
    const result = await bridge.openSearch({ which: 'sample' });
    if (!result.ok) {
      showToast({ text: firstRun.openFailed });
      setBusy(false);
    }
  };

  return (
    <main className={styles.page}>
      <header className={styles.head}>
        <p className={styles.wordmark}>{messages.appName}</p>
        <Heading level={1}>{firstRun.heading}</Heading>
        <p className={styles.summary}>{firstRun.summary}</p>
      </header>
      <div className={styles.choices}>
        <Card labelledBy="first-run-start">
          <form className={styles.choice} onSubmit={(event) => void start(event)}>
            <Heading level={2} look="section" id="first-run-start">
              {firstRun.startHeading}
            </Heading>
            <p className={styles.text}>{firstRun.startText}</p>
            <TextField
              label={firstRun.nameLabel}
              hint={firstRun.nameHint}
              value={name}
              onChange={setName}
              maxLength={200}
              autoComplete="off"
            />
            <div className={styles.action}>
              <Button type="submit" variant="primary" isPending={isBusy}>
                {firstRun.start}
              </Button>
            </div>
          </form>
        </Card>
        <Card labelledBy="first-run-sample">
          <div className={styles.choice}>
            <Heading level={2} look="section" id="first-run-sample">
              {firstRun.sampleHeading}
            </Heading>
            <p className={styles.text}>{firstRun.sampleText}</p>
            <div className={styles.action}>
              <Button isPending={isBusy} onPress={() => void showSample()}>
                {firstRun.sample}
              </Button>
            </div>
          </div>
        </Card>
      </div>
      <p className={styles.foot}>{firstRun.private}</p>
    </main>
  );
};
