import { Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useSearch as useQueryString } from 'wouter';
import { go } from '#renderer/route.ts';
import { useOverview, type ApplicationOverview, type Overview } from '#renderer/store/overview.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Row, RowList } from '#renderer/ui/row-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useVoice } from '#renderer/voice.ts';
import { addDaysTo, dayOf } from '#shared/calendar.ts';
import type { Instant } from '#shared/facts/value.ts';
import { phaseAt, type FollowUp } from '#shared/follow-up.ts';
import { dayWords, exactWords, longDayWords } from '#shared/format.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import { placeOf, titleOf, waitingWords, type Voice } from '#shared/words.ts';
import { ChooseStepDialog } from './follow-up-actions-dialogs.tsx';
import { FollowUpCard } from './follow-up-card.tsx';
import { QuickAdd } from './quick-add.tsx';
import styles from './today.module.css';

/** What to do now and why, what comes next, and for the rest until when waiting is right. */
export const TodayScreen = () => {
  const voice = useVoice();
  const { messages, region } = voice;
  const overview = useOverview();
  const [isAdding, setAdding] = useState(false);
  if (overview === undefined) return <Page heading={messages.frame.today}>{null}</Page>;
  const next = nextOf(overview, region.zone);
  return (
    <Page
      heading={
        <time dateTime={dayOf(overview.at, region.zone)}>{longDayWords(dayOf(overview.at, region.zone), region)}</time>
      }
      summary={overview.applications.length === 0 ? messages.today.summaryEmpty : summaryOf(overview, next, voice)}
      actions={
        <Button icon={Plus} onPress={() => setAdding(true)}>
          {messages.today.add}
        </Button>
      }
    >
      {overview.applications.length === 0 ? (
        <EmptyState
          heading={messages.today.emptyHeading}
          actions={
            <Button variant="primary" onPress={() => setAdding(true)}>
              {messages.today.add}
            </Button>
          }
        >
          {messages.today.emptyText}
        </EmptyState>
      ) : (
        <>
          <Now overview={overview} />
          <Next followUps={next} at={overview.at} voice={voice} />
          <Waiting overview={overview} voice={voice} />
          <Coverage overview={overview} voice={voice} />
        </>
      )}
      {isAdding && <QuickAdd onClose={() => setAdding(false)} />}
    </Page>
  );
};

/** Follow-ups that will be worth doing within 30 days, by the moment from which they are. */
const nextOf = (overview: Overview, zone: string): readonly FollowUpRow[] => {
  const end = addDaysTo(overview.at, 30, zone);
  return overview.followUps
    .filter(
      (followUp) =>
        followUp.kind !== 'choose-next-step' &&
        phaseAt(followUp, overview.at) === 'later' &&
        followUp.window.from <= end,
    )
    .toSorted((a, b) => a.window.from - b.window.from || (a.id < b.id ? -1 : 1));
};

const summaryOf = (overview: Overview, next: readonly FollowUpRow[], { messages, region }: Voice): string => {
  const first = next[0];
  const nextDay =
    first === undefined
      ? null
      : dayWords(dayOf(first.window.from, region.zone), region, dayOf(overview.at, region.zone));
  if (overview.now.length === 0) return messages.today.summaryNothing({ next: nextDay });
  const letters = overview.now.filter(({ kind }) => kind === 'thank').length;
  const calls = overview.now.filter(({ kind }) => kind === 'call').length;
  return messages.today.summary({ letters, calls, others: overview.now.length - letters - calls, next: nextDay });
};

/** What belongs together stands together: the letters to a panel, and whatever else one application asks for. */
const groupsOf = (followUps: readonly FollowUpRow[]): readonly (readonly FollowUpRow[])[] => {
  const groups = new Map<string, FollowUpRow[]>();
  for (const followUp of followUps) {
    const group = groups.get(followUp.application);
    if (group === undefined) groups.set(followUp.application, [followUp]);
    else group.push(followUp);
  }
  return [...groups.values()];
};

const Now = ({ overview }: { readonly overview: Overview }) => {
  const { messages } = useVoice();
  const wanted = new URLSearchParams(useQueryString()).get('follow-up');
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const groups = useMemo(() => groupsOf(overview.now), [overview.now]);
  const list = useRef<HTMLDivElement>(null);
  const focusedAt = useRef<number | null>(null);
  const ids = overview.now.map(({ id }) => id).join(' ');

  // Whatever was done leaves the list, and focus with it; the one that takes its place is focused instead.
  useEffect(() => {
    const place = focusedAt.current;
    if (place === null || document.activeElement !== document.body) return;
    const cards = list.current?.querySelectorAll<HTMLElement>('[data-follow-up]') ?? [];
    cards[Math.min(place, cards.length - 1)]?.focus();
  }, [ids]);

  useEffect(() => {
    if (wanted === null) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-follow-up="${CSS.escape(wanted)}"]`);
    card?.focus();
    card?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);

  return (
    <Section heading={messages.today.now}>
      {groups.length === 0 ? (
        <p className={styles.quiet}>{messages.today.nothingNow}</p>
      ) : (
        <div
          ref={list}
          className={styles.groups}
          onFocus={(event) => {
            const card = event.target.closest('[data-follow-up]');
            const cards = [...event.currentTarget.querySelectorAll('[data-follow-up]')];
            if (card !== null) focusedAt.current = cards.indexOf(card);
          }}
        >
          {groups.map((group, place) => (
            <div key={group[0]?.application} className={styles.group}>
              {group.map((row, n) => (
                <FollowUpCard
                  key={row.id}
                  row={row}
                  isMain={place === 0 && n === 0}
                  isOpen={n === 0 || opened.has(row.id)}
                  onOpen={() => setOpened(new Set([...opened, row.id]))}
                />
              ))}
            </div>
          ))}
        </div>
      )}
    </Section>
  );
};

const Next = ({
  followUps,
  at,
  voice,
}: {
  readonly followUps: readonly FollowUpRow[];
  readonly at: Instant;
  readonly voice: Voice;
}) => {
  const { messages } = voice;
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? followUps : followUps.slice(0, most);
  return (
    <Section heading={messages.today.next}>
      {followUps.length === 0 ? (
        <p className={styles.quiet}>{messages.today.nothingNext}</p>
      ) : (
        <RowList label={messages.today.nextMonth}>
          {shown.map((row) => (
            <Row
              key={row.id}
              id={row.id}
              href={`#/application/${row.application}`}
              textValue={`${titleOf(row, voice)}, ${placeOf(row, voice)}`}
              lead={<DayOf instant={row.window.from} at={at} voice={voice} />}
            >
              {titleOf(row, voice)} <span className={styles.quiet}>· {placeOf(row, voice)}</span>
            </Row>
          ))}
        </RowList>
      )}
      {shown.length < followUps.length && <ShowAll n={followUps.length} onPress={() => setWhole(true)} />}
    </Section>
  );
};

const Waiting = ({ overview, voice }: { readonly overview: Overview; readonly voice: Voice }) => {
  const { today } = voice.messages;
  const [isWhole, setWhole] = useState(false);
  const waiting = overview.applications
    .flatMap((one) => (one.standing.type === 'waiting' ? [{ ...one, standing: one.standing }] : []))
    .toSorted((a, b) => a.standing.until - b.standing.until);
  if (waiting.length === 0) return null;
  const shown = isWhole ? waiting : waiting.slice(0, most);
  return (
    <Section heading={today.waiting}>
      <RowList label={today.waiting}>
        {shown.map((one) => {
          const words = waitingWords(one.standing, overview.at, voice);
          return (
            <Row
              key={one.application.id}
              id={one.application.id}
              href={`#/application/${one.application.id}`}
              textValue={`${one.employerName}, ${one.application.role}. ${today.waitingText(words)}`}
              lead={<span title={one.application.role}>{one.employerName}</span>}
            >
              {today.waitingBefore}
              <strong title={exactWords(one.standing.until, voice.region)}>{words.until}</strong>
              {today.waitingAfter(words)}
            </Row>
          );
        })}
      </RowList>
      {shown.length < waiting.length && <ShowAll n={waiting.length} onPress={() => setWhole(true)} />}
    </Section>
  );
};

/** How many applications have a next step, and those without (rule `follow-up-every-application`). */
const Coverage = ({ overview, voice }: { readonly overview: Overview; readonly voice: Voice }) => {
  const { today } = voice.messages;
  const [choosing, setChoosing] = useState<ApplicationOverview | null>(null);
  const { coverage } = overview;
  if (coverage.active === 0) return null;
  const ids = new Set<string>(coverage.without);
  const without = overview.applications.filter(({ application }) => ids.has(application.id));
  const shown = without.slice(0, 5);
  return (
    <Section heading={today.coverage}>
      <div className={styles.coverage}>
        <Badge tone={without.length === 0 ? 'sage' : 'ochre'}>{today.covered(coverage)}</Badge>
        {shown.map((one) => {
          const place = voice.messages.followUp.place({ employer: one.employerName, role: one.application.role });
          return (
            <div key={one.application.id} className={styles.without}>
              <a href={`#/application/${one.application.id}`}>{today.withoutStep({ place })}</a>
              <Button aria-label={today.chooseOneFor({ place })} onPress={() => setChoosing(one)}>
                {today.chooseOne}
              </Button>
            </div>
          );
        })}
        {shown.length < without.length && (
          <Button variant="quiet" onPress={() => go('/applications?show=without')}>
            {today.andMore({ n: without.length - shown.length })}
          </Button>
        )}
      </div>
      {choosing !== null && (
        <ChooseStepDialog
          application={choosing.application.id}
          employerName={choosing.employerName}
          choose={chooseOf(choosing)}
          onClose={() => setChoosing(null)}
        />
      )}
    </Section>
  );
};

const chooseOf = ({ standing }: ApplicationOverview): FollowUp | null =>
  standing.type === 'without-next-step' ? standing.choose : null;

const most = 8;

const ShowAll = ({ n, onPress }: { readonly n: number; readonly onPress: () => void }) => {
  const { today } = useVoice().messages;
  return (
    <div className={styles.more}>
      <Button variant="quiet" onPress={onPress}>
        {today.showAll({ n })}
      </Button>
    </div>
  );
};

const DayOf = ({ instant, at, voice }: { readonly instant: Instant; readonly at: Instant; readonly voice: Voice }) => {
  const { region } = voice;
  const day = dayOf(instant, region.zone);
  return (
    <time dateTime={day} title={exactWords(instant, region)}>
      {dayWords(day, region, dayOf(at, region.zone))}
    </time>
  );
};
