import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { now, useNow } from '#renderer/clock.ts';
import { go } from '#renderer/route.ts';
import { readModel, useRow, useSettings } from '#renderer/store/store.ts';
import { newId } from '#renderer/new-id.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Heading } from '#renderer/ui/heading.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { Popover } from '#renderer/ui/popover.tsx';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import { WindowBar } from '#renderer/ui/window-bar.tsx';
import { windowFractions } from '#renderer/ui/window-fractions.ts';
import { useVoice } from '#renderer/voice.ts';
import type { CommandInput } from '#shared/command.ts';
import type { Instant } from '#shared/facts/value.ts';
import { phaseAt, type Phase } from '#shared/follow-up.ts';
import { exactWords } from '#shared/format.ts';
import { exhaustive } from '#shared/result.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import { dueWords, placeOf, titleOf, whenWords, whyOf, windowWords, type Voice } from '#shared/words.ts';
import {
  ChooseStepDialog,
  LaterDialog,
  LetGoDialog,
  LogDialog,
  PinDialog,
  PromiseDialog,
} from './follow-up-actions-dialogs.tsx';
import { openThankYou } from './follow-up-actions-letter.ts';
import { allowanceWarning, decide, laterChoices } from './follow-up-actions.ts';
import styles from './follow-up-card.module.css';

export interface FollowUpCardProps {
  readonly row: FollowUpRow;
  /** Shows why and the actions; folded, focus or a press opens it. */
  readonly isOpen?: boolean | undefined;
  /** Its first action is the one main action of the screen. */
  readonly isMain?: boolean | undefined;
  /** Place of its title in the outline. */
  readonly level?: 2 | 3 | 4 | undefined;
  readonly onOpen?: (() => void) | undefined;
}

/**
 * One thing to do: verb and person, where it comes from, its window, why, and what can be done about it. While it has
 * focus: Enter does the main action, d says it is done, l later, x let go, p fix the date.
 */
export const FollowUpCard = ({ row, isMain = false, isOpen = true, level = 3, onOpen }: FollowUpCardProps) => {
  const voice = useVoice();
  const { messages, region } = voice;
  const words = messages.today;
  const at = useNow();
  const heading = useId();
  const settings = useSettings();
  const standing = useRow('standings', row.application);
  const card = useRef<HTMLDivElement>(null);
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const actions = actionsOf(row, voice, setDialog);
  const warning = row.isContact ? allowanceWarning(standing?.allowance ?? null, at, voice) : null;

  const snooze = (until: number) =>
    void submitWithUndo(decide(row.id, 'snoozed', { until }), words.did.later({ when: whenWords(until, at, voice) }));

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // What floats above the card is its child for React only.
    const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (!isOwn || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const act = {
      d: actions.done?.run ?? actions.primary.run,
      x: () => setDialog('let-go'),
      p: () => setDialog('pin'),
      l: () => openMenu(card.current?.querySelector<HTMLElement>('[data-later] button')),
      Enter: event.target === event.currentTarget ? actions.primary.run : undefined,
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    // The card itself takes focus, so that its keys work before one has chosen a button.
    <div
      ref={card}
      role="group"
      aria-labelledby={heading}
      aria-keyshortcuts="Enter d l x p"
      data-follow-up={row.id}
      tabIndex={0}
      className={styles.focusable}
      onFocus={() => {
        if (!isOpen) onOpen?.();
      }}
      onClick={() => {
        if (!isOpen) onOpen?.();
      }}
      onKeyDown={onKeyDown}
    >
      <Card>
        <div className={styles.head}>
          <div className={styles.words}>
            <Heading id={heading} level={level}>
              {titleOf(row, voice)}
            </Heading>
            <p className={styles.place}>
              <a href={`#/application/${row.application}`}>{placeOf(row, voice)}</a>
              {row.pinned && <> · {words.pinned}</>}
            </p>
          </div>
          <WindowOf row={row} isOpen={isOpen} at={at} voice={voice} />
        </div>
        {isOpen && (
          <>
            <p className={styles.why}>
              {whyOf(row, at, voice)} <WhyAsked row={row} voice={voice} />
            </p>
            {warning !== null && <p className={styles.warning}>{warning}</p>}
            <div className={styles.actions}>
              <Keyed label={words.action.withKey({ key: 'Enter' })}>
                <Button variant={isMain ? 'primary' : 'plain'} onPress={actions.primary.run}>
                  {actions.primary.label}
                </Button>
              </Keyed>
              {actions.done !== null && (
                <Keyed label={words.action.withKey({ key: 'D' })}>
                  <Button onPress={actions.done.run}>{actions.done.label}</Button>
                </Keyed>
              )}
              <span data-later title={words.action.withKey({ key: 'L' })}>
                <MenuButton
                  label={words.action.later}
                  entries={[
                    ...laterChoices(at, settings, region.zone).map(({ id, until }) => ({
                      id,
                      label: words.later[id],
                      description: whenWords(until, at, voice),
                      onAction: () => snooze(until),
                    })),
                    { id: 'line', separator: true as const },
                    { id: 'date', label: words.later.date, onAction: () => setDialog('later') },
                  ]}
                />
              </span>
              <Keyed label={words.action.withKey({ key: 'X' })}>
                <Button onPress={() => setDialog('let-go')}>{words.action.letGo}</Button>
              </Keyed>
              <Keyed label={words.action.withKey({ key: 'P' })}>
                <Button variant="quiet" onPress={() => setDialog('pin')}>
                  {words.action.pin}
                </Button>
              </Keyed>
            </div>
          </>
        )}
      </Card>
      <OpenDialog name={dialog} row={row} onClose={() => setDialog(null)} />
    </div>
  );
};

/** Opens a menu the way the arrow key on its button does: with its first entry focused. */
const openMenu = (button: HTMLElement | null | undefined): void => {
  button?.focus();
  button?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
};

/** Which dialog of a follow-up is open. */
type DialogName = 'later' | 'let-go' | 'pin' | 'log' | 'promise' | 'choose';

const OpenDialog = ({
  name,
  row,
  onClose,
}: {
  readonly name: DialogName | null;
  readonly row: FollowUpRow;
  readonly onClose: () => void;
}): ReactNode => {
  switch (name) {
    case null:
      return null;
    case 'later':
      return <LaterDialog row={row} onClose={onClose} />;
    case 'let-go':
      return <LetGoDialog row={row} onClose={onClose} />;
    case 'pin':
      return <PinDialog row={row} onClose={onClose} />;
    case 'log':
      return <LogDialog row={row} onClose={onClose} />;
    case 'promise':
      return <PromiseDialog row={row} onClose={onClose} />;
    case 'choose':
      return (
        <ChooseStepDialog
          application={row.application}
          employerName={row.employerName}
          choose={row}
          onClose={onClose}
        />
      );
  }
};

interface Action {
  readonly label: string;
  readonly run: () => void;
}

/** What can be done about a follow-up, named by what happens. `done` is null where the main action says it already. */
const actionsOf = (
  row: FollowUpRow,
  voice: Voice,
  openDialog: (name: DialogName) => void,
): { readonly primary: Action; readonly done: Action | null } => {
  const { action, did } = voice.messages.today;
  const send = (command: CommandInput, said: string) => void submitWithUndo(command, said);
  const openInterview = () => {
    if (row.interview !== null) go(`/interview/${row.interview}`);
  };
  const decideDone = (label: string): Action => ({
    label,
    run: () => send(decide(row.id, 'done'), did.done({ title: titleOf(row, voice) })),
  });
  switch (row.kind) {
    case 'before-you-leave':
      return {
        primary: { label: action.checklist, run: openInterview },
        done: {
          label: action.allAsked,
          run: () => {
            if (row.interview === null) return;
            const tick = { type: 'tick' as const, id: row.interview, done: true };
            send(
              {
                type: 'batch',
                commands: [
                  { ...tick, item: 'asked-decision-date' },
                  { ...tick, item: 'names-noted' },
                ],
              },
              did.asked,
            );
          },
        },
      };
    case 'debrief':
      return {
        primary: { label: action.debrief, run: openInterview },
        done: {
          label: action.nothingToNote,
          run: () => {
            if (row.interview === null) return;
            send({ type: 'update-interview', id: row.interview, fields: { debriefedAt: now() } }, did.debriefed);
          },
        },
      };
    case 'ask-decision-date':
      return {
        primary: { label: action.noteDate, run: () => openDialog('promise') },
        done: decideDone(action.couldNotSay),
      };
    case 'find-interviewers':
      return { primary: { label: action.addNames, run: openInterview }, done: null };
    case 'thank':
      return {
        primary: {
          label: action.writeLetter,
          run: () => {
            if (row.interview !== null && row.person !== null) void openThankYou(row.interview, row.person);
          },
        },
        done: { label: action.alreadySent, run: () => openDialog('log') },
      };
    case 'call':
      return { primary: { label: action.logCall, run: () => openDialog('log') }, done: null };
    case 'ask-after-application':
      return { primary: { label: action.logAsked, run: () => openDialog('log') }, done: null };
    case 'tell-reference':
      return { primary: { label: action.told, run: () => void noteTold(row, voice) }, done: null };
    case 'apply':
      return {
        primary: {
          label: action.applied,
          run: () =>
            send(
              { type: 'move-application', id: row.application, entry: newId(), stage: 'applied', at: now() },
              did.applied({ employer: row.employerName }),
            ),
        },
        done: null,
      };
    case 'own-step':
      return { primary: decideDone(action.done), done: null };
    case 'choose-next-step':
      return { primary: { label: action.choose, run: () => openDialog('choose') }, done: null };
    default:
      return exhaustive(row.kind);
  }
};

/** Notes that a reference knows of this application; they may have been linked on two machines, hence all briefings. */
const noteTold = async (row: FollowUpRow, { messages }: Voice): Promise<void> => {
  const briefings = (await readModel()?.briefings.where('application').equals(row.application).toArray()) ?? [];
  const toldAt = now();
  const commands = briefings
    .filter((briefing) => briefing.reference === row.reference && briefing.toldAt === null)
    .map((briefing) => ({ type: 'update-briefing' as const, id: briefing.id as string, fields: { toldAt } }));
  if (commands.length === 0) return;
  await submitWithUndo(
    { type: 'batch', commands },
    messages.today.did.told({ person: row.personName ?? messages.followUp.somebody }),
  );
};

const tones: Readonly<Record<Phase, 'quiet' | 'sage' | 'ochre' | 'clay'>> = {
  later: 'quiet',
  open: 'sage',
  'due-soon': 'ochre',
  due: 'ochre',
  overdue: 'clay',
  over: 'quiet',
};

/** The window as a badge, a bar and words; the exact instants on hover and for assistive technology. */
const WindowOf = ({
  row,
  isOpen,
  at,
  voice,
}: {
  readonly row: FollowUpRow;
  readonly isOpen: boolean;
  readonly at: Instant;
  readonly voice: Voice;
}) => {
  const { messages, region } = voice;
  const exact = (instant: Instant) => exactWords(instant, region);
  const { from, due, until } = row.window;
  const label = messages.today.windowLabel({ from: exact(from), due: exact(due), until: exact(until), now: exact(at) });
  return (
    <div className={styles.window} title={label}>
      <Badge tone={tones[phaseAt(row, at)]}>{dueWords(row, at, voice)}</Badge>
      <WindowBar {...windowFractions({ from, due, until, now: at })} label={label} />
      {isOpen && <span className={styles.windowWords}>{windowWords(row, at, voice)}</span>}
    </div>
  );
};

/** The rule behind a follow-up, one press away. */
const WhyAsked = ({ row, voice }: { readonly row: FollowUpRow; readonly voice: Voice }) => {
  const { advice, today } = voice.messages;
  const rule = advice[row.rule];
  return (
    <Popover
      label={today.why.heading}
      trigger={
        <Button variant="quiet" aria-label={`${today.why.heading} ${rule.statement}`}>
          {today.why.heading}
        </Button>
      }
    >
      <div className={styles.rule}>
        <p className={styles.statement}>{rule.statement}</p>
        <dl>
          <dt>{today.why.trigger}</dt>
          <dd>{rule.trigger}</dd>
          <dt>{today.why.window}</dt>
          <dd>{rule.window}</dd>
          <dt>{today.why.reason}</dt>
          <dd>{rule.reason}</dd>
          {row.alsoRules.length > 0 && (
            <>
              <dt>{today.why.also}</dt>
              <dd>
                <ul>
                  {row.alsoRules.map((id) => (
                    <li key={id}>{advice[id].statement}</li>
                  ))}
                </ul>
              </dd>
            </>
          )}
        </dl>
        <p className={styles.ruleId}>{today.why.rule({ rule: [row.rule, ...row.alsoRules].join(', ') })}</p>
      </div>
    </Popover>
  );
};

const Keyed = ({ children, label }: { readonly children: ReactNode; readonly label: string }) => (
  <Tooltip text={label} placement="bottom">
    {children}
  </Tooltip>
);
