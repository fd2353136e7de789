import { Plus } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useSearch as useQueryString } from 'wouter';
import { go } from '#renderer/route.ts';
import { useOverview, type ApplicationOverview } from '#renderer/store/overview.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Row, RowList } from '#renderer/ui/row-list.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import { dayOf } from '#shared/calendar.ts';
import { isActive } from '#shared/facts/application.ts';
import type { Instant } from '#shared/facts/value.ts';
import type { FollowUp } from '#shared/follow-up.ts';
import { dayWords, exactWords } from '#shared/format.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import { titleOf, type Voice } from '#shared/words.ts';
import styles from './applications.module.css';
import { isModal, isTyping } from './frame-keys.ts';
import { QuickAdd } from './quick-add.tsx';

const filters = ['active', 'ended', 'without', 'all'] as const;
type Filter = (typeof filters)[number];

/** Rows drawn at once; a list of thousands is drawn as far as one looks. */
const page = 100;

/** Every application with its stage, how it stands and what is next; `?add` opens adding, `?show=<filter>` filters. */
export const ApplicationsScreen = () => {
  const voice = useVoice();
  const { messages } = voice;
  const words = messages.applications;
  const overview = useOverview();
  const query = new URLSearchParams(useQueryString());
  const isAdding = query.has('add');
  const filter = filters.find((one) => one === query.get('show')) ?? 'active';
  const [text, setText] = useState('');
  const searched = useDeferredValue(text);
  const [shownCount, setShownCount] = useState(page);
  const searchField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || isModal()) return;
      if (event.key === '/') searchField.current?.focus();
      else if (event.key === 'n') go('/applications?add');
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const followUps = useMemo(
    () => new Map<string, FollowUpRow>(overview?.followUps.map((row) => [row.id, row])),
    [overview],
  );
  const all = overview?.applications;
  const found = useMemo(() => (all ?? []).filter((one) => fits(one, filter, searched)), [all, filter, searched]);

  if (overview === undefined) return <Page heading={words.heading}>{null}</Page>;
  const ended = overview.applications.length - overview.activeCount;
  const isEmpty = overview.applications.length === 0;
  const add = () => go('/applications?add');
  return (
    <Page
      width="wide"
      heading={words.heading}
      summary={isEmpty ? words.summaryEmpty : words.summary({ active: overview.activeCount, ended })}
      actions={
        <Button icon={Plus} variant={isEmpty ? 'plain' : 'primary'} onPress={add}>
          {words.add}
        </Button>
      }
    >
      {isEmpty ? (
        <EmptyState
          heading={words.emptyHeading}
          actions={
            <Button variant="primary" onPress={add}>
              {words.add}
            </Button>
          }
        >
          {words.emptyText}
        </EmptyState>
      ) : (
        <>
          <div className={styles.filters}>
            <div className={styles.search}>
              <SearchField
                inputRef={searchField}
                label={words.search}
                clearLabel={words.clearSearch}
                value={text}
                onChange={(next) => {
                  setText(next);
                  setShownCount(page);
                }}
              />
            </div>
            <RadioGroup
              isLabelHidden
              layout="row"
              label={words.show}
              choices={filters.map((id) => ({ id, label: words[id] }))}
              value={filter}
              onChange={(id) => {
                setShownCount(page);
                go(`/applications?show=${id}`, { replace: true });
              }}
            />
          </div>
          {found.length === 0 ? (
            <EmptyState heading={words.noneHeading}>{emptyWords(filter, searched, voice)}</EmptyState>
          ) : (
            <RowList label={words.list}>
              {found.slice(0, shownCount).map((one) => (
                <Row
                  key={one.application.id}
                  id={one.application.id}
                  href={`#/application/${one.application.id}`}
                  textValue={`${one.employerName}, ${one.application.role}`}
                  lead={one.employerName}
                  aside={
                    <span className={styles.aside}>
                      <NextDate one={one} at={overview.at} voice={voice} />
                      <Badge
                        tone={
                          one.application.stage === 'offer' || one.application.stage === 'accepted' ? 'sage' : 'quiet'
                        }
                      >
                        {messages.stage[one.application.stage]}
                      </Badge>
                    </span>
                  }
                >
                  {one.application.role}{' '}
                  <span className={styles.quiet}>· {standingWords(one, followUps, overview.at, voice)}</span>
                </Row>
              ))}
            </RowList>
          )}
          {shownCount < found.length && (
            <Button variant="quiet" onPress={() => setShownCount(shownCount + 2 * page)}>
              {words.showMore({ n: shownCount, of: found.length })}
            </Button>
          )}
        </>
      )}
      {isAdding && <QuickAdd onClose={() => go(`/applications?show=${filter}`, { replace: true })} />}
    </Page>
  );
};

const fits = ({ application, employerName, standing }: ApplicationOverview, filter: Filter, text: string): boolean => {
  const ofKind = {
    active: isActive(application.stage),
    ended: !isActive(application.stage),
    without: standing.type === 'without-next-step',
    all: true,
  }[filter];
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const line = `${employerName} ${application.role}`.toLowerCase();
  return ofKind && words.every((word) => line.includes(word));
};

const emptyWords = (filter: Filter, text: string, { messages }: Voice): string => {
  const words = messages.applications;
  if (text.trim() !== '' || filter === 'all') return words.noneText;
  return { active: words.noneActive, ended: words.noneEnded, without: words.noneWithout }[filter];
};

/** How one application stands, in a few words; what there is to do now names the most pressing first. */
const standingWords = (
  { standing }: ApplicationOverview,
  rows: ReadonlyMap<string, FollowUpRow>,
  at: Instant,
  voice: Voice,
): string => {
  const { messages, region } = voice;
  const words = messages.applications;
  switch (standing.type) {
    case 'ended':
      return words.standingEnded;
    case 'without-next-step':
      return words.standingWithout;
    case 'waiting':
      return words.standingWaiting({
        until: dayWords(dayOf(standing.until, region.zone), region, dayOf(at, region.zone)),
      });
    case 'now': {
      const first = rows.get(standing.followUps[0]?.id ?? '');
      const title = first === undefined ? '' : titleOf(first, voice);
      const more = standing.followUps.length - 1;
      return more === 0 ? title : words.standingMore({ title, more });
    }
  }
};

const NextDate = ({
  one,
  at,
  voice,
}: {
  readonly one: ApplicationOverview;
  readonly at: Instant;
  readonly voice: Voice;
}) => {
  const { region } = voice;
  const instant = nextInstant(one);
  if (instant === null) return null;
  const day = dayOf(instant, region.zone);
  return (
    <time className={styles.quiet} dateTime={day} title={exactWords(instant, region)}>
      {dayWords(day, region, dayOf(at, region.zone))}
    </time>
  );
};

const nextInstant = ({ standing }: ApplicationOverview): Instant | null => {
  if (standing.type === 'waiting') return standing.until;
  if (standing.type !== 'now') return null;
  return (
    standing.followUps.reduce<FollowUp | null>(
      (first, followUp) => (first === null || followUp.window.due < first.window.due ? followUp : first),
      null,
    )?.window.due ?? null
  );
};
