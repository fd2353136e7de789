/** Numbers up to twelve as words, as they begin a sentence. */
const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve'];
const capital = (n: number): string => words[n] ?? String(n);
const count = (n: number, one: string, many: string): string => `${capital(n).toLowerCase()} ${n === 1 ? one : many}`;
const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;

/** Today, the follow-up card and what can be done about a follow-up. */
export const enToday = {
  now: 'Now',
  next: 'Next',
  waiting: 'Waiting, and that is fine',
  coverage: 'Every application',
  add: 'Add an application',
  nextMonth: 'In the next 30 days',

  summary: ({
    letters,
    calls,
    others,
    next,
  }: {
    letters: number;
    calls: number;
    others: number;
    next: string | null;
  }) => {
    const parts = [
      ...(letters > 0 ? [count(letters, 'letter', 'letters')] : []),
      ...(calls > 0 ? [count(calls, 'call', 'calls')] : []),
      ...(others > 0
        ? [letters + calls > 0 ? count(others, 'other thing', 'other things') : count(others, 'thing', 'things')]
        : []),
    ];
    const rest = next === null ? 'Nothing else is planned yet.' : `Nothing else needs you before ${next}.`;
    return `${sentence(list(parts))} to do now. ${rest}`;
  },
  summaryNothing: ({ next }: { next: string | null }) =>
    next === null ? 'Nothing needs you right now.' : `Nothing needs you before ${next}.`,
  summaryEmpty: 'Nothing needs you yet.',
  emptyHeading: 'Your applications begin here',
  emptyText: 'Add one that is going on. From then on this page says what to do next, when, and why.',
  nothingNow: 'Nothing to do right now. The rest of the day is yours.',
  nothingNext: 'Nothing is planned for the next 30 days.',
  waitingText: ({ until, because }: { until: string; because: string }) => `Nothing to do until ${until}. ${because}`,
  waitingBefore: 'Nothing to do until ',
  waitingAfter: ({ because }: { because: string }) => `. ${because}`,
  showAll: ({ n }: { n: number }) => `Show all ${n}`,
  covered: ({ covered, active }: { covered: number; active: number }) =>
    covered === active
      ? active === 1
        ? 'It has a next step'
        : `All ${active} have a next step`
      : `${covered} of ${active} have a next step`,
  withoutStep: ({ place }: { place: string }) => `${place} has none.`,
  andMore: ({ n }: { n: number }) => `${count(n, 'more', 'more')} without one`,
  chooseOne: 'Choose one',
  chooseOneFor: ({ place }: { place: string }) => `Choose a next step for ${place}`,

  windowLabel: ({ from, due, until, now }: { from: string; due: string; until: string; now: string }) =>
    `From ${from}, best by ${due}, late after ${until}. Now it is ${now}.`,
  pinned: 'date fixed by you',

  why: {
    heading: 'Why am I being asked this?',
    trigger: 'It applies when',
    window: 'When to do it',
    reason: 'Why',
    also: 'It also carries out',
    rule: ({ rule }: { rule: string }) => `Rule: ${rule}`,
  },

  action: {
    checklist: 'Open the checklist',
    allAsked: 'All asked',
    debrief: 'Two-minute debrief',
    nothingToNote: 'Nothing to note',
    noteDate: 'Note the date',
    couldNotSay: 'They could not say',
    addNames: 'Add their names',
    writeLetter: 'Write the letter',
    alreadySent: 'Already sent',
    logCall: 'Log the call',
    told: 'Told them',
    applied: 'I have applied',
    logAsked: 'Log that I asked',
    done: 'Done',
    choose: 'Choose the next step',
    later: 'Later',
    letGo: 'Let it go',
    pin: 'Fix the date',
    withKey: ({ key }: { key: string }) => `Key ${key}`,
  },

  later: {
    evening: 'This evening',
    tomorrow: 'Tomorrow morning',
    monday: 'Next Monday',
    date: 'A day of your choice',
    heading: 'Until when?',
    day: 'Day',
    submit: 'Put it off',
  },

  letGo: {
    heading: 'Let it go?',
    text: 'It will not come back by itself. You can undo this.',
    reason: 'A reason, if you want to keep one',
    submit: 'Let it go',
  },

  pin: {
    heading: 'Fix the date',
    text: 'It is then due at this time, whatever the rules say.',
    day: 'Day',
    time: 'Time',
    submit: 'Fix it',
    unpin: 'Let the rules decide again',
  },

  log: {
    thankHeading: ({ person }: { person: string }) => `You thanked ${person}`,
    callHeading: ({ employer }: { employer: string }) => `Your call with ${employer}`,
    askHeading: ({ employer }: { employer: string }) => `You asked ${employer}`,
    day: 'Day',
    time: 'Time',
    how: 'How',
    who: 'With whom',
    somebodyElse: 'Somebody else',
    note: 'What came of it',
    noteHint: 'For yourself; you can leave it out.',
    promise: 'Did they give a new date for the decision?',
    promiseHint: 'Leave it out if they did not.',
    submit: 'Log it',
    submitAnyway: 'Log it all the same',
    future: 'That is still to come. Choose a time up to now.',
  },

  promise: {
    heading: ({ employer }: { employer: string }) => `When does ${employer} decide?`,
    day: 'They decide by',
    channel: 'How they will tell you',
    unknown: 'They did not say',
    submit: 'Note it',
  },

  choose: {
    heading: ({ employer }: { employer: string }) => `What comes next with ${employer}?`,
    kind: 'What to do',
    step: 'Take a step of your own',
    rest: 'Let it rest for a while',
    what: 'The step',
    whatPlaceholder: 'Send them the sketches they asked for',
    on: 'On',
    until: 'Until',
    submit: 'Choose it',
    needed: 'Say in a few words what you want to do.',
    dayNeeded: 'Choose a day.',
    dayPassed: 'That day has passed. Choose a later one.',
  },

  allowance: {
    early: ({ last, next }: { last: string; next: string }) =>
      `It is early: you were last in touch on ${last}. The next good day is ${next}.`,
    tooMuch: ({ used, next }: { used: number; next: string }) =>
      `That would be too much: you were in touch ${used === 1 ? 'once' : used === 2 ? 'twice' : `${used} times`} without an answer. The next good day is ${next}.`,
  },

  did: {
    asked: 'Noted that you asked.',
    debriefed: 'Noted: nothing to add.',
    done: ({ title }: { title: string }) => `Done: ${title}.`,
    applied: ({ employer }: { employer: string }) => `Noted that you applied to ${employer}.`,
    told: ({ person }: { person: string }) => `Noted that ${person} knows.`,
    thanked: ({ person }: { person: string }) => `Noted that you thanked ${person}.`,
    logged: 'Logged.',
    later: ({ when }: { when: string }) => `Put off until ${when}.`,
    letGo: ({ title }: { title: string }) => `Let go: ${title}.`,
    pinned: ({ when }: { when: string }) => `Fixed: due ${when}.`,
    unpinned: 'The rules decide again.',
    promised: ({ day }: { day: string }) => `Noted: they decide by ${day}.`,
    step: ({ day }: { day: string }) => `Chosen for ${day}.`,
    rests: ({ day }: { day: string }) => `It rests until ${day}.`,
  },
  cannotWrite: 'This letter needs a person and an interview that are still here. One of them was deleted.',
} as const;
