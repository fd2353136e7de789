const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** The screen of one interview: before, on the day, and after. */
export const enInterview = {
  heading: ({ kind, employer }: { kind: string; employer: string }) => `${capital(kind)} at ${employer}`,
  summary: ({
    day,
    start,
    end,
    zone,
    people,
    place,
  }: {
    day: string;
    start: string;
    end: string;
    zone: string | null;
    people: number;
    place: string;
  }) =>
    [
      `${day}, ${start} to ${end}${zone === null ? '' : ` (${zone})`}`,
      people === 0 ? null : people === 1 ? 'one person' : `${people} people`,
      place === '' ? null : place,
    ]
      .filter((part) => part !== null)
      .join(' · '),
  edit: 'Change time or place',
  more: 'More',
  changed: 'Changed the interview.',
  cancel: 'It was cancelled',
  cancelled: 'Marked the interview as cancelled.',
  cancelledTitle: 'This interview was cancelled',
  cancelledText: 'Nothing more follows from it. Give it a new time if it was only put off.',
  restore: 'It takes place after all',
  restored: 'The interview takes place after all.',
  delete: 'Delete this interview',
  deleted: 'Deleted the interview.',

  times: {
    title: 'Time and place',
    kind: 'Kind',
    kinds: {
      phone: 'By phone',
      video: 'By video',
      'on-site': 'On site',
      panel: 'With a panel',
      task: 'With a task',
      informal: 'An informal talk',
    },
    round: 'Round',
    roundNumber: ({ n }: { n: number }) => `Round ${n}`,
    day: 'Day',
    dayMissing: 'Give the day.',
    start: 'From',
    end: 'To',
    timeMissing: 'Give a time.',
    endsBefore: 'It ends before it starts.',
    place: 'Place',
    placeHint: 'A room, an address or a link.',
    zone: 'Time zone',
    zoneHint: 'The one in which the times were said.',
    zones: 'Show all time zones',
    zoneUnknown: 'There is no such time zone. An example: Europe/London.',
  },

  checklist: { heading: 'Before you leave', summary: 'Five small things that make what follows easy.' },

  panel: {
    heading: 'Who you talk to',
    headingAfter: 'Who you talked to',
    none: 'Nobody is listed yet. A business card, or asking at the desk, gives you names and positions.',
    form: 'Add somebody',
    name: 'Name',
    position: 'Position',
    email: 'E-mail',
    add: 'Add',
    added: ({ name }: { name: string }) => `Added ${name}.`,
    remove: ({ name }: { name: string }) => `Take ${name} off this interview`,
    removed: ({ name }: { name: string }) => `Took ${name} off this interview.`,
  },

  debrief: {
    heading: 'Two minutes, while it is fresh',
    summary: 'What you note here makes each letter its own. It is saved as you type.',
    doneHeading: 'What you noted',
    show: 'Read or change your notes',
    fact: ({ n, name }: { n: number; name: string }) =>
      n === 1 ? `What will you remember of ${name}?` : `Fact ${n} about ${name}`,
    factExample: 'What they said, asked or cared about',
    another: 'One more, if there was one',
    decision: 'When will they decide?',
    knownDate: 'They decide by',
    otherDate: 'They named another date',
    told: 'What you told them',
    salary: 'Salary',
    notice: 'Notice period',
    start: 'When you could start',
    said: 'What they said about the job and the team',
    questions: 'Questions they asked',
    finish: 'That is all',
    finishHint: 'You can come back and add to it.',
    finished: 'Noted. The letters are next.',
  },

  letters: {
    heading: 'Letters to the panel',
    summary: ({ sent, all }: { sent: number; all: number }) =>
      sent === all
        ? all === 1
          ? 'Your letter is sent.'
          : 'All of them are sent.'
        : all === 1
          ? 'One letter, within two days or so.'
          : `${sent} of ${all} sent. One for each, no two the same.`,
    notes: 'Begin from your notes:',
    noNotes: 'Nothing noted yet. You can begin all the same.',
    begin: 'Start this letter',
    beginFor: ({ name }: { name: string }) => `Start the letter to ${name}`,
    open: 'Go on writing',
    openFor: ({ name }: { name: string }) => `Go on writing to ${name}`,
    read: 'Read it',
    readFor: ({ name }: { name: string }) => `Read the letter to ${name}`,
  },
} as const;
