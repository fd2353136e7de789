import { afterCoolDown, allowanceOf, countsAsContact, type Allowance } from './allowance.ts';
import type { AdviceId } from './advice.ts';
import {
  addDays,
  addDaysTo,
  dayOf,
  hour,
  instantOf,
  workCalendar,
  workingDayFrom,
  addWorkingDays,
} from './calendar.ts';
import type { WorkCalendar } from './calendar.ts';
import { isActive, type Application, type DecisionPromise } from './facts/application.ts';
import type { Facts } from './facts/facts.ts';
import type { Interview } from './facts/interview.ts';
import type { Settings } from './facts/settings.ts';
import {
  FollowUpId,
  type ApplicationId,
  type Day,
  type EmployerId,
  type Instant,
  type Zone,
  PersonId,
} from './facts/value.ts';
import { indexFacts, type FactsIndex } from './facts-index.ts';
import type { Because, FollowUp, FollowUpKind, Window } from './follow-up.ts';

/**
 * What the advice asks of the user, derived from facts. Deterministic, and free of the clock: a follow-up's window says
 * when it is to be done, so that the same facts give the same plan on every machine and at every moment (design laws 1-3).
 */
export interface Plan {
  /** Open and resolved ones, in order of their due instants. */
  readonly followUps: readonly FollowUp[];
  /** Applications for which the next contact is held back. */
  readonly holds: readonly Hold[];
  readonly allowances: readonly { readonly employer: EmployerId; readonly allowance: Allowance }[];
}

/** The allowance is used up: no contact is proposed until then (rules `stay-proportional`, `do-not-nag`). */
export interface Hold {
  readonly application: ApplicationId;
  readonly until: Instant;
}

/** `zone` is the user's, in which days are counted (advice, "Definitions"). */
export const plan = (facts: Facts, settings: Settings, zone: Zone): Plan => {
  const index = indexFacts(facts);
  const plans = Object.keys(facts.employers)
    .toSorted()
    .map((id) => planEmployer(index, id as EmployerId, settings, zone));
  return {
    followUps: plans.flatMap((one) => one.followUps).toSorted(byDue),
    holds: plans.flatMap((one) => one.holds),
    allowances: plans.flatMap((one) => one.allowances),
  };
};

/** The plan for one employer, the unit of recomputation: the contact allowance is the widest thing that a fact touches. */
export const planEmployer = (index: FactsIndex, employer: EmployerId, settings: Settings, zone: Zone): Plan => {
  const known = index.facts.employers[employer];
  if (known === undefined || known.deletedAt !== null) return { followUps: [], holds: [], allowances: [] };
  const calendar = workCalendar(settings);
  const interactions = index.interactionsByEmployer.get(employer) ?? [];
  const allowance = allowanceOf(interactions, settings, calendar, zone);
  const applications = index.applicationsByEmployer.get(employer) ?? [];
  const cases = applications.map((application) => caseOf(index, application, settings, calendar, zone));
  const derived = cases.flatMap((one) => rules.flatMap((rule) => rule(one)));
  const { kept, heldBack } = holdBackContacts(derived, allowance, settings, calendar, zone);
  const holds = cases.flatMap((one) => holdOn(one, allowance, heldBack));
  const fallbacks = cases.flatMap((one) =>
    chooseNextStep(
      one,
      kept.filter((followUp) => followUp.application === one.application.id),
      holds.find((hold) => hold.application === one.application.id) ?? null,
      allowance,
    ),
  );
  return { followUps: [...kept, ...fallbacks].toSorted(byDue), holds, allowances: [{ employer, allowance }] };
};

/** Everything that the rules ask about one application. */
interface Case {
  readonly index: FactsIndex;
  readonly application: Application;
  readonly active: boolean;
  /** Not cancelled, by their end. */
  readonly interviews: readonly Interview[];
  /** The newest promise; history stays in the facts. */
  readonly promise: DecisionPromise | null;
  /** When the user asked how things stand. */
  readonly asked: readonly Instant[];
  /** When the employer last wrote or called about this application. */
  readonly answeredAt: Instant | null;
  readonly settings: Settings;
  readonly calendar: WorkCalendar;
  readonly zone: Zone;
}

const caseOf = (
  index: FactsIndex,
  application: Application,
  settings: Settings,
  calendar: WorkCalendar,
  zone: Zone,
): Case => {
  const promises = index.promisesByApplication.get(application.id) ?? [];
  const interactions = (index.interactionsByEmployer.get(application.employer) ?? []).filter(
    (interaction) => interaction.application === null || interaction.application === application.id,
  );
  const answers = interactions.filter((interaction) => interaction.direction === 'incoming');
  return {
    index,
    application,
    active: isActive(application.stage),
    interviews: (index.interviewsByApplication.get(application.id) ?? [])
      .filter((interview) => interview.cancelledAt === null && interview.end >= interview.start)
      .toSorted((a, b) => a.end - b.end || (a.id < b.id ? -1 : 1)),
    promise: promises.toSorted((a, b) => b.saidAt - a.saidAt || (a.id < b.id ? 1 : -1))[0] ?? null,
    asked: interactions
      .filter((interaction) => countsAsContact(interaction) && interaction.purpose === 'progress')
      .map((interaction) => interaction.at)
      .toSorted((a, b) => a - b),
    answeredAt: answers.length === 0 ? null : Math.max(...answers.map((interaction) => interaction.at)),
    settings,
    calendar,
    zone,
  };
};

/** `thank-each-interviewer`, `thank-within-two-days`: one a person an interview, whatever became of the application. */
const thankEachInterviewer = (one: Case): readonly FollowUp[] =>
  one.interviews.flatMap((interview) =>
    interviewersOf(one, interview).map((person) => {
      const due = interview.end + one.settings.thankYouDueHours * hour;
      return derive(one, {
        rule: 'thank-each-interviewer',
        alsoRules: ['thank-within-two-days', 'individualise-letters', 'appropriate-medium'],
        cause: [interview.id, person],
        kind: 'thank',
        interview: interview.id,
        person,
        because: endOf('interview-ended', interview),
        window: { from: interview.end, due, until: interview.end + one.settings.thankYouLatestHours * hour },
        closesAt: addDaysTo(interview.end, 30, interview.zone),
        doneAt: thankedAt(one, interview, person),
      });
    }),
  );

/** `ask-decision-date`: the checklist before leaving, the debrief after, and a question where the date is still open. */
const askDecisionDate = (one: Case): readonly FollowUp[] =>
  one.interviews.flatMap((interview) => {
    const answeredBy = promiseFor(one, interview);
    const followUps: FollowUp[] = [];
    const ticked = interview.checklist['asked-decision-date'] === true && interview.checklist['names-noted'] === true;
    const shared = { rule: 'ask-decision-date', interview: interview.id } as const;
    if (one.active) {
      followUps.push(
        derive(one, {
          ...shared,
          cause: [interview.id, 'before-you-leave'],
          kind: 'before-you-leave',
          because: { ...endOf('interview-starts', interview), at: interview.start },
          window: {
            from: Math.min(instantOf(dayOf(interview.start, interview.zone), 0, interview.zone), interview.start),
            due: interview.end,
            until: interview.end,
          },
          closesAt: interview.end,
          doneAt: ticked ? interview.start : null,
        }),
      );
    }
    followUps.push(
      derive(one, {
        ...shared,
        alsoRules: ['know-your-interviewers', 'do-not-give-up'],
        cause: [interview.id, 'debrief'],
        kind: 'debrief',
        because: endOf('interview-ended', interview),
        window: { from: interview.end, due: interview.end + 24 * hour, until: interview.end + 72 * hour },
        closesAt: addDaysTo(interview.end, 14, interview.zone),
        doneAt: interview.debriefedAt,
      }),
    );
    // While the debrief is open it asks for the date itself; a second question would be too much.
    if (one.active && interview.debriefedAt !== null && isLastInterview(one, interview)) {
      const from = Math.max(interview.debriefedAt, interview.end);
      followUps.push(
        derive(one, {
          ...shared,
          cause: [interview.id, 'decision-date'],
          kind: 'ask-decision-date',
          because: endOf('decision-date-unknown', interview),
          window: { from, due: from + 24 * hour, until: from + 72 * hour },
          closesAt: callWindow(one, interview, null).from,
          doneAt: answeredBy === null ? null : answeredBy.saidAt,
        }),
      );
    }
    return followUps;
  });

/** `know-your-interviewers`: an interview with nobody listed. */
const knowYourInterviewers = (one: Case): readonly FollowUp[] =>
  one.interviews
    .filter((interview) => interviewersOf(one, interview).length === 0)
    .map((interview) =>
      derive(one, {
        rule: 'know-your-interviewers',
        cause: [interview.id],
        kind: 'find-interviewers',
        interview: interview.id,
        because: endOf('nobody-listed', interview),
        window: {
          from: Math.min(interview.createdAt, interview.end),
          due: interview.end + Math.min(one.settings.thankYouDueHours, one.settings.thankYouLatestHours) * hour,
          until: interview.end + one.settings.thankYouLatestHours * hour,
        },
        closesAt: addDaysTo(interview.end, 30, interview.zone),
        doneAt: null,
      }),
    );

/** `brief-your-references`: each linked reference who was not told about this application yet. */
const briefYourReferences = (one: Case): readonly FollowUp[] => {
  const interview = one.interviews[0];
  if (interview === undefined) return [];
  const all = one.index.briefingsByApplication.get(one.application.id) ?? [];
  return [...new Set(all.map((briefing) => briefing.reference))].flatMap((reference) => {
    // The same reference may have been linked on two machines.
    const briefings = all.filter((briefing) => briefing.reference === reference);
    const known = one.index.facts.references[reference];
    const person = known === undefined ? undefined : one.index.facts.people[known.person];
    if (known === undefined || known.deletedAt !== null || person === undefined || person.deletedAt !== null) return [];
    const told = briefings.map((briefing) => briefing.toldAt).filter((at) => at !== null);
    const toldAt = told.length === 0 ? null : Math.min(...told);
    if (!one.active && toldAt === null) return [];
    // Linked after the interview: there is still a day or two to tell them.
    const from = Math.max(interview.end, Math.min(...briefings.map((briefing) => briefing.createdAt)));
    return [
      derive(one, {
        rule: 'brief-your-references',
        cause: [one.application.id, reference],
        kind: 'tell-reference',
        interview: interview.id,
        person: known.person,
        reference,
        because: endOf('interview-ended', interview),
        window: {
          from,
          due: from + one.settings.referenceDueHours * hour,
          until: from + one.settings.referenceLatestHours * hour,
        },
        closesAt: addDaysTo(from, 30, one.zone),
        doneAt: toldAt,
      }),
    ];
  });
};

/** `call-within-a-fortnight`, `do-not-nag`, `expect-to-wait`: once after the last interview, again only after a new promise. */
const callWithinAFortnight = (one: Case): readonly FollowUp[] => {
  const interview = one.interviews.at(-1);
  if (interview === undefined || !one.active || one.application.stage === 'offer') return [];
  const asked = one.asked.filter((at) => at >= interview.end);
  const lastAskedAt = asked.at(-1) ?? null;
  const promise = promiseFor(one, interview);
  const rounds = asked.length;
  const followUps = asked.map((at, n) => call(one, interview, n, null, at));
  if (lastAskedAt === null || (promise !== null && promise.saidAt > lastAskedAt)) {
    followUps.push(call(one, interview, rounds, promise, null));
  }
  return followUps;
};

const call = (
  one: Case,
  interview: Interview,
  round: number,
  promise: DecisionPromise | null,
  doneAt: Instant | null,
): FollowUp => {
  const window = callWindow(one, interview, promise);
  const answeredAt = answerAfter(one, interview);
  return derive(one, {
    rule: 'call-within-a-fortnight',
    alsoRules: ['do-not-nag', 'stay-proportional', 'build-rapport-on-the-call'],
    cause: [interview.id, `round-${round}`],
    kind: 'call',
    interview: interview.id,
    because:
      promise !== null
        ? {
            type: 'decision-date-passed',
            at: Math.max(endOfDay(one, promise.decisionBy), interview.end),
            day: promise.decisionBy,
          }
        : answeredAt !== null
          ? { type: 'no-news-since-answer', at: answeredAt }
          : endOf('no-news-since-interview', interview),
    window,
    closesAt: addDaysTo(window.until, 14, one.zone),
    isContact: true,
    doneAt,
  });
};

const callWindow = (one: Case, interview: Interview, promise: DecisionPromise | null): Window => {
  const { settings, calendar, zone } = one;
  const slack = Math.max(0, settings.progressCallLatestDays - settings.progressCallDays);
  if (promise !== null) {
    const day = addWorkingDays(promise.decisionBy, settings.afterPromiseWorkingDays, calendar);
    return dayWindow(one, day, addDays(day, slack), Math.max(endOfDay(one, promise.decisionBy), interview.end));
  }
  const since = Math.max(interview.end, answerAfter(one, interview) ?? 0);
  const day = workingDayFrom(addDays(dayOf(since, zone), settings.progressCallDays), calendar);
  return dayWindow(one, day, addDays(dayOf(since, zone), settings.progressCallLatestDays), since);
};

/** `follow-up-every-application`: before there is an interview, and steps of the user's own. */
const followUpEveryApplication = (one: Case): readonly FollowUp[] => {
  if (!one.active) return [];
  const { application, settings, calendar, zone } = one;
  const rule = 'follow-up-every-application';
  const followUps: FollowUp[] = [];
  if (application.stage === 'saved') {
    followUps.push(
      derive(one, {
        rule,
        cause: [application.id, 'apply'],
        kind: 'apply',
        because: { type: 'saved', at: application.stageAt },
        window: {
          from: application.stageAt,
          due: addDaysTo(application.stageAt, 3, zone),
          until: addDaysTo(application.stageAt, 7, zone),
        },
        closesAt: addDaysTo(application.stageAt, 30, zone),
        doneAt: null,
      }),
    );
  }
  if (application.stage === 'applied' && one.interviews.length === 0) {
    const asked = one.asked.filter((at) => at >= application.stageAt);
    const since = Math.max(application.stageAt, one.answeredAt ?? 0);
    const day = workingDayFrom(addDays(dayOf(since, zone), settings.applicationCheckDays), calendar);
    const window = dayWindow(one, day, addDays(day, 4), since);
    followUps.push(
      derive(one, {
        rule,
        alsoRules: ['stay-proportional', 'do-not-nag'],
        cause: [application.id, 'ask'],
        kind: 'ask-after-application',
        because:
          since > application.stageAt
            ? { type: 'no-news-since-answer', at: since }
            : { type: 'applied', at: application.stageAt },
        window,
        closesAt: addDaysTo(window.until, 14, zone),
        isContact: true,
        doneAt: asked.at(-1) ?? null,
      }),
    );
  }
  for (const step of one.index.stepsByApplication.get(application.id) ?? []) {
    const window = dayWindow(one, step.on, addDays(step.on, 2), step.createdAt);
    followUps.push(
      derive(one, {
        rule,
        cause: [application.id, step.id],
        kind: 'own-step',
        step: step.id,
        because: { type: 'chosen-by-you', at: step.createdAt, day: step.on },
        window,
        closesAt: addDaysTo(window.until, 30, zone),
        doneAt: null,
      }),
    );
  }
  return followUps;
};

const rules: readonly ((one: Case) => readonly FollowUp[])[] = [
  thankEachInterviewer,
  askDecisionDate,
  knowYourInterviewers,
  briefYourReferences,
  callWithinAFortnight,
  followUpEveryApplication,
];

/**
 * `follow-up-every-application`: when nothing else is left to do, choosing the next step is. Its id names the last thing
 * that happened, so that letting it go holds until something new happens.
 */
const chooseNextStep = (
  one: Case,
  others: readonly FollowUp[],
  hold: Hold | null,
  allowance: Allowance,
): readonly FollowUp[] => {
  if (!one.active) return [];
  const { application, settings, calendar, zone } = one;
  const open = others.filter((followUp) => followUp.state === 'open' && followUp.kind !== 'before-you-leave');
  if (open.some((followUp) => followUp.closesAt === null)) return [];
  const last = lastHappening(one);
  const quietDays = application.stage === 'offer' ? 0 : settings.applicationCheckDays;
  const day = workingDayFrom(addDays(dayOf(last.at, zone), quietDays), calendar);
  const from = Math.max(
    instantOf(day, settings.dayStart, zone),
    last.at,
    hold?.until ?? 0,
    allowance.nextGoodAt ?? 0,
    ...open.map((followUp) => followUp.closesAt ?? 0),
  );
  return [
    derive(one, {
      rule: application.stage === 'offer' ? 'choose-the-better-offer' : 'follow-up-every-application',
      alsoRules: ['expect-to-wait'],
      cause: [application.id, 'choose', last.id],
      kind: 'choose-next-step',
      because:
        application.stage === 'offer' ? { type: 'offer-open', at: last.at } : { type: 'nothing-planned', at: last.at },
      window: {
        from,
        due: addDaysTo(from, application.stage === 'offer' ? 3 : 1, zone),
        until: addDaysTo(from, 7, zone),
      },
      closesAt: null,
      doneAt: null,
    }),
  ];
};

const lastHappening = (one: Case): { readonly id: string; readonly at: Instant } => {
  const interactions = (one.index.interactionsByEmployer.get(one.application.employer) ?? []).filter(
    (interaction) => interaction.application === one.application.id,
  );
  return [
    { id: one.application.stage as string, at: one.application.stageAt },
    ...one.interviews.map((interview) => ({ id: interview.id as string, at: interview.end })),
    ...interactions.map((interaction) => ({ id: interaction.id as string, at: interaction.at })),
    ...(one.index.stepsByApplication.get(one.application.id) ?? []).map((step) => ({
      id: step.id as string,
      at: Math.max(step.createdAt, instantOf(step.on, one.settings.dayStart, one.zone)),
    })),
  ].reduce((newest, candidate) => (candidate.at > newest.at ? candidate : newest));
};

/**
 * `stay-proportional`, `do-not-nag`: contacts with one employer come one at a time. Each waits for the cool-down after
 * the one before, and where the allowance is used up, or would be, none is derived.
 */
const holdBackContacts = (
  derived: readonly FollowUp[],
  allowance: Allowance,
  settings: Settings,
  calendar: WorkCalendar,
  zone: Zone,
): { readonly kept: readonly FollowUp[]; readonly heldBack: readonly Hold[] } => {
  const contacts = derived.filter((followUp) => followUp.isContact && followUp.state === 'open').toSorted(byDue);
  const kept = derived.filter((followUp) => !contacts.includes(followUp));
  const heldBack: Hold[] = [];
  let planned = 0;
  let earliest = allowance.nextGoodAt;
  for (const contact of contacts) {
    if (allowance.used + planned >= allowance.limit) {
      heldBack.push({ application: contact.application, until: Math.max(earliest ?? 0, contact.window.from) });
      continue;
    }
    const moved = earliest !== null && contact.window.from < earliest;
    const window = moved ? startingAt(contact.window, earliest as Instant, settings, zone) : contact.window;
    const closesAt = contact.closesAt === null ? null : Math.max(contact.closesAt, addDaysTo(window.until, 14, zone));
    kept.push({ ...contact, window, closesAt, movedByCoolDown: moved });
    planned += 1;
    earliest = afterCoolDown(window.until, settings, calendar, zone);
  }
  return { kept, heldBack };
};

/** Until when no contact about this application is in proportion, where that is so. */
const holdOn = (one: Case, allowance: Allowance, heldBack: readonly Hold[]): readonly Hold[] => {
  if (!one.active) return [];
  if (allowance.because === 'used-up' && allowance.nextGoodAt !== null) {
    return [{ application: one.application.id, until: allowance.nextGoodAt }];
  }
  return heldBack.filter((hold) => hold.application === one.application.id).slice(0, 1);
};

const startingAt = (window: Window, from: Instant, settings: Settings, zone: Zone): Window => {
  const due = Math.max(
    window.due,
    instantOf(dayOf(from, zone), Math.max(settings.dayEnd, settings.dayStart), zone),
    from,
  );
  return { from, due, until: Math.max(window.until, due) };
};

interface Derivation {
  readonly rule: AdviceId;
  readonly alsoRules?: readonly AdviceId[];
  /** The ids of what caused it. */
  readonly cause: readonly string[];
  readonly kind: FollowUpKind;
  readonly interview?: FollowUp['interview'];
  readonly person?: FollowUp['person'];
  readonly reference?: FollowUp['reference'];
  readonly step?: FollowUp['step'];
  readonly because: Because;
  readonly window: Window;
  readonly closesAt: Instant | null;
  readonly isContact?: boolean;
  /** When the facts show that it was done, without the user having said so. */
  readonly doneAt: Instant | null;
}

/** Puts the user's decisions over what the rule derived. */
const derive = (one: Case, derivation: Derivation): FollowUp => {
  const id = FollowUpId.parse([derivation.rule, ...derivation.cause].join('/'));
  const decided = decisionsOn(one, id);
  const window = decidedWindow(derivation.window, decided, derivation.because.at, one);
  const shift = window.until - Math.max(derivation.window.due, derivation.window.until);
  const state = derivation.doneAt !== null ? 'done' : decided.state;
  return {
    id,
    rule: derivation.rule,
    alsoRules: derivation.alsoRules ?? [],
    kind: derivation.kind,
    employer: one.application.employer,
    application: one.application.id,
    interview: derivation.interview ?? null,
    person: derivation.person ?? null,
    reference: derivation.reference ?? null,
    step: derivation.step ?? null,
    because: derivation.because,
    window,
    closesAt: derivation.closesAt === null ? null : derivation.closesAt + Math.max(0, shift),
    isContact: derivation.isContact ?? false,
    pinned: decided.pinnedTo !== null,
    snoozedUntil: decided.snoozedUntil,
    movedByCoolDown: false,
    state,
    resolvedAt: state === 'open' ? null : (derivation.doneAt ?? decided.resolvedAt),
  };
};

interface Decided {
  readonly state: FollowUp['state'];
  readonly resolvedAt: Instant | null;
  readonly snoozedUntil: Instant | null;
  readonly pinnedTo: Instant | null;
}

const undecided: Decided = { state: 'open', resolvedAt: null, snoozedUntil: null, pinnedTo: null };

const decisionsOn = (one: Case, id: FollowUpId): Decided => {
  const records = one.index.recordsByFollowUp.get(id);
  if (records === undefined) return undecided;
  const newestFirst = records.toSorted((a, b) => b.at - a.at || b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
  const closing = newestFirst.find(
    ({ decision }) => decision === 'done' || decision === 'let-go' || decision === 'reopened',
  );
  const rest = newestFirst.find(({ decision }) => decision === 'snoozed' || decision === 'reopened');
  const pin = newestFirst.find(({ decision }) => decision === 'pinned' || decision === 'unpinned');
  const state = closing === undefined || closing.decision === 'reopened' ? 'open' : closing.decision;
  return {
    state: state === 'done' || state === 'let-go' ? state : 'open',
    resolvedAt: state === 'open' ? null : (closing?.at ?? null),
    snoozedUntil: rest?.decision === 'snoozed' ? rest.until : null,
    pinnedTo: pin?.decision === 'pinned' ? pin.until : null,
  };
};

const decidedWindow = (given: Window, decided: Decided, causeAt: Instant, one: Case): Window => {
  const due = Math.max(given.from, given.due);
  let window: Window = { from: given.from, due, until: Math.max(due, given.until) };
  if (decided.pinnedTo !== null) {
    // A pinned date stays where it is when facts move, but nothing is due before its cause.
    const pinned = Math.max(decided.pinnedTo, causeAt);
    const slack = window.until - window.due;
    window = {
      from: Math.min(instantOf(dayOf(pinned, one.zone), 0, one.zone), pinned),
      due: pinned,
      until: pinned + slack,
    };
  }
  if (decided.snoozedUntil !== null && decided.snoozedUntil > window.from) {
    const from = decided.snoozedUntil;
    window = { from, due: Math.max(from, window.due), until: Math.max(from, window.until) };
  }
  return window;
};

/** A window of working hours on `day`, late after `lateDay`, never before `causeAt`. */
const dayWindow = (one: Case, day: Day, lateDay: Day, causeAt: Instant): Window => {
  const { settings, zone } = one;
  const dayEnd = Math.max(settings.dayEnd, settings.dayStart);
  const from = Math.max(instantOf(day, settings.dayStart, zone), causeAt);
  const due = Math.max(instantOf(day, dayEnd, zone), from);
  return { from, due, until: Math.max(instantOf(lateDay, dayEnd, zone), due) };
};

const endOfDay = (one: Case, day: Day): Instant => instantOf(addDays(day, 1), 0, one.zone);

const endOf = <T extends Because['type']>(type: T, interview: Interview) =>
  ({ type, at: interview.end, zone: interview.zone, interview: interview.kind }) as const;

/** People on the panel who are still known, in a stable order. */
const interviewersOf = (one: Case, interview: Interview): readonly PersonId[] =>
  Object.entries(interview.interviewers)
    .filter(([person, present]) => present && one.index.facts.people[person]?.deletedAt === null)
    .map(([person]) => person as PersonId)
    .toSorted();

const thankedAt = (one: Case, interview: Interview, person: PersonId): Instant | null => {
  const letter = (one.index.lettersByApplication.get(one.application.id) ?? []).find(
    ({ kind, interview: about, person: to, sentAt }) =>
      kind === 'thank-you' && about === interview.id && to === person && sentAt !== null,
  );
  if (letter !== undefined) return letter.sentAt;
  const thanks = (one.index.interactionsByEmployer.get(one.application.employer) ?? []).find(
    (interaction) =>
      interaction.purpose === 'thank-you' &&
      interaction.direction === 'outgoing' &&
      interaction.interview === interview.id &&
      interaction.person === person,
  );
  return thanks?.at ?? null;
};

/** The newest promise, where it speaks of a decision after this interview. */
const promiseFor = (one: Case, interview: Interview): DecisionPromise | null =>
  one.promise !== null && one.promise.decisionBy >= dayOf(interview.end, interview.zone) ? one.promise : null;

const answerAfter = (one: Case, interview: Interview): Instant | null =>
  one.answeredAt !== null && one.answeredAt > interview.end ? one.answeredAt : null;

const isLastInterview = (one: Case, interview: Interview): boolean => one.interviews.at(-1)?.id === interview.id;

const byDue = (a: FollowUp, b: FollowUp): number => a.window.due - b.window.due || (a.id < b.id ? -1 : 1);
