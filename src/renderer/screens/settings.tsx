import { X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { useAppState } from '#renderer/store/app-state.ts';
import { useSettings } from '#renderer/store/store.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Row, RowList } from '#renderer/ui/row-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { useVoice } from '#renderer/voice.ts';
import { addDays } from '#shared/calendar.ts';
import type { AdviceId } from '#shared/advice.ts';
import { defaultSettings, type Settings } from '#shared/facts/settings.ts';
import type { Day } from '#shared/facts/value.ts';
import { dayWords, weekdayWords } from '#shared/format.ts';
import { startOwnSearch } from './frame-banners.tsx';
import { SettingNumber, SettingTime } from './settings-field.tsx';
import styles from './settings.module.css';

/** What the rules reckon with, the look, and where the data is. */
export const SettingsScreen = () => {
  const { messages } = useVoice();
  const words = messages.settings;
  const state = useAppState();
  return (
    <Page heading={words.heading} summary={words.summary}>
      <Section look="section" heading={words.you}>
        <UserName />
      </Section>
      <Section look="section" heading={words.rules} summary={words.rulesSummary}>
        <div className={styles.groups}>
          <RuleGroup heading={words.group.thanks} rule="thank-within-two-days">
            <SettingNumber field="thankYouDueHours" min={1} max={1_440} />
            <SettingNumber field="thankYouLatestHours" min={1} max={1_440} />
          </RuleGroup>
          <RuleGroup heading={words.group.call} rule="call-within-a-fortnight">
            <SettingNumber field="progressCallDays" min={0} max={365} />
            <SettingNumber field="progressCallLatestDays" min={0} max={365} />
            <SettingNumber field="afterPromiseWorkingDays" min={0} max={365} />
          </RuleGroup>
          <RuleGroup heading={words.group.allowance} rule="stay-proportional">
            <SettingNumber field="allowanceLimit" min={1} max={10} />
            <SettingNumber field="allowanceSpacingWorkingDays" min={0} max={365} />
            <SettingNumber field="allowanceRestDays" min={0} max={365} />
          </RuleGroup>
          <RuleGroup heading={words.group.references} rule="brief-your-references">
            <SettingNumber field="referenceDueHours" min={1} max={1_440} />
            <SettingNumber field="referenceLatestHours" min={1} max={1_440} />
          </RuleGroup>
          <RuleGroup heading={words.group.applications} rule="follow-up-every-application">
            <SettingNumber field="applicationCheckDays" min={0} max={365} />
          </RuleGroup>
          <Group heading={words.group.days} reason={words.daysReason}>
            <SettingTime field="dayStart" />
            <SettingTime field="dayEnd" />
          </Group>
        </div>
      </Section>
      <WorkingDays />
      <Holidays />
      <Section look="section" heading={words.look}>
        <RadioGroup
          layout="row"
          label={words.theme}
          choices={(['system', 'light', 'dark'] as const).map((id) => ({ id, label: words.themes[id] }))}
          value={state?.theme ?? null}
          onChange={(theme) => void bridge.setDevice({ theme })}
        />
      </Section>
      <Data />
    </Page>
  );
};

const RuleGroup = ({
  heading,
  rule,
  children,
}: {
  readonly heading: string;
  readonly rule: AdviceId;
  readonly children: ReactNode;
}) => {
  const { advice } = useVoice().messages;
  return (
    <Group heading={heading} reason={advice[rule].reason}>
      {children}
    </Group>
  );
};

const Group = ({
  heading,
  reason,
  children,
}: {
  readonly heading: string;
  readonly reason: string;
  readonly children: ReactNode;
}) => (
  <Section heading={heading} level={3} summary={reason}>
    <div className={styles.fields}>{children}</div>
  </Section>
);

const UserName = () => {
  const { messages } = useVoice();
  const words = messages.settings;
  const { userName } = useSettings();
  const [text, setText] = useState(userName);
  useEffect(() => setText(userName), [userName]);
  const keep = () => {
    const name = text.trim();
    if (name === userName) return;
    void submitWithUndo(
      { type: 'update-settings', fields: { userName: name } },
      words.saved({ label: words.userName }),
    );
  };
  return (
    <div className={styles.name}>
      <TextField
        label={words.userName}
        hint={words.userNameHint}
        value={text}
        onChange={setText}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
        maxLength={200}
      />
    </div>
  );
};

// Any Monday: only the names of the days that follow are taken from it.
const monday = '2024-01-01';
const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

const WorkingDays = () => {
  const { messages, region } = useVoice();
  const words = messages.settings;
  const { workingDays } = useSettings();
  const set = (next: Settings['workingDays']) =>
    void submitWithUndo(
      { type: 'update-settings', fields: { workingDays: next } },
      words.saved({ label: words.workingDays }),
    );
  const isDefault = weekdays.every(
    (day) => (workingDays[day] === true) === (defaultSettings.workingDays[day] === true),
  );
  return (
    <Section
      look="section"
      heading={words.workingDays}
      summary={words.workingDaysHint}
      actions={
        !isDefault && (
          <Button
            variant="quiet"
            aria-label={words.resetFor({ label: words.workingDays })}
            onPress={() => set(defaultSettings.workingDays)}
          >
            {words.reset}
          </Button>
        )
      }
    >
      <div className={styles.weekdays}>
        {weekdays.map((day, n) => (
          <Checkbox
            key={day}
            isSelected={workingDays[day] === true}
            onChange={(isOn) => set({ ...workingDays, [day]: isOn })}
          >
            {weekdayWords(addDays(monday, n), region)}
          </Checkbox>
        ))}
      </div>
    </Section>
  );
};

const Holidays = () => {
  const { messages, region } = useVoice();
  const words = messages.settings;
  const { holidays } = useSettings();
  const [day, setDay] = useState<Day | null>(null);
  const listed = Object.entries(holidays)
    .filter(([, off]) => off)
    .map(([one]) => one)
    .toSorted();
  const set = (one: Day, off: boolean) => {
    const named = dayWords(one, region);
    void submitWithUndo(
      { type: 'set-holiday', day: one, off },
      off ? words.holidayAdded({ day: named }) : words.holidayRemoved({ day: named }),
    );
  };
  return (
    <Section look="section" heading={words.holidays} summary={words.holidaysHint}>
      <div className={styles.add}>
        <DateField label={words.holidayDay} value={day} onChange={setDay} />
        <Button
          isDisabled={day === null}
          onPress={() => {
            if (day === null) return;
            set(day, true);
            setDay(null);
          }}
        >
          {words.addHoliday}
        </Button>
      </div>
      {listed.length === 0 ? (
        <p className={styles.quiet}>{words.noHolidays}</p>
      ) : (
        <RowList label={words.holidays}>
          {listed.map((one) => (
            <Row
              key={one}
              id={one}
              textValue={dayWords(one, region)}
              actions={
                <IconButton
                  icon={X}
                  label={words.removeHoliday({ day: dayWords(one, region) })}
                  onPress={() => set(one, false)}
                />
              }
            >
              <time dateTime={one}>
                {dayWords(one, region)} {one.slice(0, 4)}
              </time>
            </Row>
          ))}
        </RowList>
      )}
    </Section>
  );
};

const Data = () => {
  const { messages } = useVoice();
  const words = messages.settings;
  const state = useAppState();
  const saveCopy = async () => {
    const result = await bridge.exportSearch();
    if (!result.ok) showToast({ text: words.fileFailed({ what: result.error.what }) });
    else if (result.value !== null) showToast({ text: words.exported({ path: result.value }) });
  };
  const bringIn = async () => {
    const result = await bridge.importSearch();
    if (!result.ok) showToast({ text: words.fileFailed({ what: result.error.what }) });
    else if (result.value !== null) showToast({ text: words.imported({ n: result.value }) });
  };
  return (
    <Section look="section" heading={words.data}>
      <p>{words.dataText}</p>
      <p className={styles.folder}>{state?.folder}</p>
      <div className={styles.buttons}>
        <Button onPress={() => void saveCopy()}>{words.exportIt}</Button>
        <Button onPress={() => void bringIn()}>{words.importIt}</Button>
      </div>
      {state?.which === 'sample' && (
        <div className={styles.sample}>
          <p>{words.sampleText}</p>
          <Button onPress={() => void startOwnSearch()}>{messages.frame.sampleStart}</Button>
        </div>
      )}
    </Section>
  );
};
