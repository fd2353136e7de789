import { useId, useState, type FormEvent } from 'react';
import { now } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { useRows } from '#renderer/store/store.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Employer } from '#shared/facts/employer.ts';
import styles from './follow-up-actions.module.css';

const stages = ['saved', 'applied', 'interviewing', 'offer'] as const;

/** Adds an application in ten seconds; an employer that is known already is used again. */
export const QuickAdd = ({ onClose }: { readonly onClose: () => void }) => {
  const { messages } = useVoice();
  const words = messages.applications;
  const form = useId();
  const employers = useRows('employers') ?? [];
  const [employer, setEmployer] = useState('');
  const [role, setRole] = useState('');
  const [stage, setStage] = useState<(typeof stages)[number]>('applied');
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const known = employerNamed(employers, employer);

  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const name = employer.trim();
    if (name === '' || role.trim() === '' || isBusy) return;
    setBusy(true);
    const at = now();
    const employerId = known?.id ?? newId();
    const application = {
      type: 'add-application' as const,
      at,
      application: { id: newId(), employer: employerId, role: role.trim(), stage },
    };
    const result = await submitWithUndo(
      known === undefined
        ? { type: 'batch', commands: [{ type: 'add-employer', at, employer: { id: employerId, name } }, application] }
        : application,
      words.added({ employer: known?.name ?? name, role: role.trim() }),
    );
    setBusy(false);
    if (result.ok) onClose();
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={messages.frame.close}
      title={words.addHeading}
      width="small"
      footer={
        <>
          <Button onPress={onClose}>{messages.frame.cancel}</Button>
          <Button type="submit" form={form} variant="primary" isPending={isBusy}>
            {words.addSubmit}
          </Button>
        </>
      }
    >
      <form id={form} noValidate className={styles.form} onSubmit={(event) => void add(event)}>
        <ComboBox
          autoFocus
          isRequired
          label={words.employer}
          openLabel={words.openEmployers}
          choices={employers.map(({ id, name }) => ({ id, label: name }))}
          value={employer}
          onChange={setEmployer}
          hint={known === undefined ? undefined : words.known({ employer: known.name })}
          error={isTried && employer.trim() === '' ? words.employerNeeded : undefined}
        />
        <TextField
          isRequired
          label={words.role}
          placeholder={words.rolePlaceholder}
          value={role}
          onChange={setRole}
          maxLength={200}
          error={isTried && role.trim() === '' ? words.roleNeeded : undefined}
        />
        <Select
          label={words.stage}
          choices={stages.map((id) => ({ id, label: messages.stage[id] }))}
          value={stage}
          onChange={setStage}
        />
      </form>
    </Dialog>
  );
};

/** The employer of that name, whatever its case: the contact allowance counts per employer, so one must not be two. */
const employerNamed = (employers: readonly Employer[], name: string): Employer | undefined => {
  const wanted = name.trim().toLowerCase();
  return wanted === '' ? undefined : employers.find((employer) => employer.name.trim().toLowerCase() === wanted);
};
