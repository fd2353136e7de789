import { Trash2 } from 'lucide-react';

import { now } from '#renderer/clock.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Row, RowList } from '#renderer/ui/row-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useVoice } from '#renderer/voice.ts';
import { purposeWords } from './application-history.ts';
import type { ApplicationContext } from './application-rows.ts';
import { When } from './application-when.tsx';
import styles from './application.module.css';

export interface ApplicationContactsProps {
  readonly context: ApplicationContext;
  readonly onLog: () => void;
}

/** Who got in touch with whom, newest first. */
export const ApplicationContacts = ({
  context: { interactions, people, employerName },
  onLog,
}: ApplicationContactsProps) => {
  const { messages } = useVoice();
  const words = messages.application.contact;
  return (
    <Section
      heading={words.heading}
      actions={
        <Button variant="quiet" onPress={onLog}>
          {words.open}
        </Button>
      }
    >
      {interactions.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <RowList label={words.heading}>
          {interactions.map((one) => {
            const text = messages.application.history.contact[one.direction]({
              name: (one.person === null ? undefined : people.get(one.person)?.name) ?? employerName,
              medium: messages.medium[one.medium].toLowerCase(),
              purpose: purposeWords(one, messages),
            });
            return (
              <Row
                key={one.id}
                id={one.id}
                textValue={text}
                lead={<When at={one.at} isDay />}
                actions={
                  <IconButton
                    icon={Trash2}
                    label={words.delete}
                    onPress={() =>
                      void submitWithUndo(
                        { type: 'delete', table: 'interactions', id: one.id, at: now() },
                        words.deleted,
                      )
                    }
                  />
                }
              >
                {text}
                {one.note !== '' && <span className={styles.rowNote}>. {one.note}</span>}
              </Row>
            );
          })}
        </RowList>
      )}
    </Section>
  );
};
