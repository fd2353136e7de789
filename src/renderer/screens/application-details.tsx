import { submit } from '#renderer/submit.ts';
import { bridge } from '#renderer/bridge.ts';
import { ProseEditor } from '#renderer/editor/prose-editor.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { useVoice } from '#renderer/voice.ts';
import { PayPeriod, WorkMode, type Application } from '#shared/facts/application.ts';
import { Medium } from '#shared/facts/value.ts';
import { LineField } from './application-line.tsx';
import { amountOf, amountWords } from './application-pay.ts';
import styles from './application.module.css';

export interface ApplicationDetailsProps {
  readonly application: Application;
}

/** What is known about the job itself; each field is saved when it is left. */
export const ApplicationDetails = ({ application }: ApplicationDetailsProps) => {
  const { messages, region } = useVoice();
  const words = messages.application.details;
  const save = (fields: Readonly<Partial<Application>>) =>
    void submit({ type: 'update-application', id: application.id, fields });

  const money = (label: string, field: 'payAsked' | 'payOfferedFrom' | 'payOfferedTo') => (
    <LineField
      label={label}
      value={amountWords(application[field], region.locale)}
      maxLength={20}
      onSave={(text) => {
        const amount = amountOf(text, region.locale);
        if (amount === undefined) showToast({ text: words.notAnAmount });
        else save({ [field]: amount });
      }}
    />
  );

  return (
    <Section heading={words.heading}>
      <div className={styles.stack}>
        <LineField
          label={words.strengths}
          hint={words.strengthsHint}
          value={application.strengths}
          maxLength={500}
          onSave={(strengths) => save({ strengths })}
        />
        <div className={styles.pair}>
          <LineField
            label={words.role}
            value={application.role}
            maxLength={200}
            isNeeded
            onSave={(role) => save({ role })}
          />
          <LineField
            label={words.place}
            value={application.place}
            maxLength={200}
            onSave={(place) => save({ place })}
          />
          <Select
            label={words.workMode}
            value={application.workMode}
            choices={WorkMode.options.map((mode) => ({ id: mode, label: words.workModes[mode] }))}
            onChange={(workMode) => save({ workMode })}
          />
          <Select
            label={words.employerMedium}
            value={application.employerMedium ?? 'unknown'}
            choices={[
              { id: 'unknown' as const, label: words.unknown },
              ...Medium.options.map((medium) => ({ id: medium, label: messages.medium[medium] })),
            ]}
            onChange={(medium) => save({ employerMedium: medium === 'unknown' ? null : medium })}
          />
        </div>
        <div className={styles.link}>
          <LineField
            label={words.link}
            type="url"
            value={application.link}
            maxLength={2_000}
            onSave={(link) => save({ link })}
          />
          <Button
            isDisabled={!application.link.startsWith('https://')}
            onPress={() => void openLink(application.link, words.linkFailed)}
          >
            {words.openLink}
          </Button>
        </div>
        <ProseEditor
          place={{ table: 'applications', id: application.id, field: 'notes' }}
          text={application.notes}
          label={words.notes}
        />
        <Disclosure title={words.pay}>
          <div className={styles.pay}>
            {money(words.payAsked, 'payAsked')}
            {money(words.payFrom, 'payOfferedFrom')}
            {money(words.payTo, 'payOfferedTo')}
            <LineField
              label={words.currency}
              placeholder={words.currencyExample}
              value={application.payCurrency}
              maxLength={3}
              onSave={(currency) => save({ payCurrency: currency.toUpperCase() })}
            />
            <Select
              label={words.period}
              value={application.payPeriod}
              choices={PayPeriod.options.map((period) => ({ id: period, label: words.periods[period] }))}
              onChange={(payPeriod) => save({ payPeriod })}
            />
          </div>
        </Disclosure>
        <Disclosure title={words.advert} isOpenAtFirst={false}>
          <ProseEditor
            place={{ table: 'applications', id: application.id, field: 'advert' }}
            text={application.advert}
            label={words.advert}
            isLabelHidden
            hint={words.advertHint}
            rows={6}
          />
        </Disclosure>
      </div>
    </Section>
  );
};

const openLink = async (url: string, failed: string): Promise<void> => {
  if (!(await bridge.openLink({ url }))) showToast({ text: failed });
};
