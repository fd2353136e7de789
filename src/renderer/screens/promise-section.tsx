import { useState } from 'react';

import { now } from '#renderer/clock.ts';
import { useQuery } from '#renderer/store/store.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Application, DecisionPromise } from '#shared/facts/application.ts';
import { DayShown, When } from './application-when.tsx';
import styles from './application.module.css';
import { PromiseForm } from './promise-form.tsx';

export interface PromiseSectionProps {
  readonly application: Application;
  readonly employerName: string;
}

/** What the employer said about when they decide; earlier words stay readable. */
export const PromiseSection = ({ application, employerName }: PromiseSectionProps) => {
  const { messages } = useVoice();
  const words = messages.application.promise;
  const [openedAt, setOpenedAt] = useState<number | null>(null);
  const promises = useQuery(
    async (model) => {
      const said = await model.promises.where('application').equals(application.id).toArray();
      const people = await model.people.bulkGet(said.map(({ person }) => person ?? ''));
      return said
        .map((promise, n) => ({ promise, name: people[n]?.name ?? null }))
        .toSorted((one, other) => other.promise.saidAt - one.promise.saidAt);
    },
    ['promises', application.id],
  );
  const [newest, ...earlier] = promises ?? [];

  return (
    <Section
      heading={words.heading}
      actions={
        <Button variant="quiet" onPress={() => setOpenedAt(now())}>
          {newest === undefined ? words.add : words.change}
        </Button>
      }
    >
      {newest === undefined ? <p className={styles.quiet}>{words.none}</p> : <PromiseWords {...newest} />}
      {earlier.length > 0 && (
        <Disclosure title={words.earlier({ n: earlier.length })}>
          <ul className={styles.lines}>
            {earlier.map((one) => (
              <li key={one.promise.id}>
                <PromiseWords {...one} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Dialog
        isOpen={openedAt !== null}
        onClose={() => setOpenedAt(null)}
        closeLabel={messages.frame.close}
        title={words.dialog({ employer: employerName })}
      >
        {openedAt !== null && (
          <PromiseForm
            application={application}
            employerName={employerName}
            saidAt={openedAt}
            isMain
            onDone={() => setOpenedAt(null)}
          />
        )}
      </Dialog>
    </Section>
  );
};

const PromiseWords = ({ promise, name }: { readonly promise: DecisionPromise; readonly name: string | null }) => {
  const { messages } = useVoice();
  const words = messages.application.promise;
  const remove = () =>
    void submitWithUndo({ type: 'delete', table: 'promises', id: promise.id, at: now() }, words.removed);
  return (
    <div className={styles.promise}>
      <div>
        <p>
          {name === null ? words.they : name} {words.saidBy} <DayShown day={promise.decisionBy} />
          {promise.channel === null ? '.' : words.via({ medium: messages.medium[promise.channel].toLowerCase() })}
        </p>
        <p className={styles.quiet}>
          {words.saidWhen} <When at={promise.saidAt} isDay />
          {promise.note === '' ? '' : `. ${promise.note}`}
        </p>
      </div>
      <Button variant="quiet" onPress={remove}>
        {words.remove}
      </Button>
    </div>
  );
};
