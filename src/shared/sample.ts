import { addDays, addWorkingDays, dayOf, instantOf, workCalendar } from './calendar.ts';
import { Command, type CommandInput } from './command.ts';
import { defaultSettings } from './facts/settings.ts';
import type { Day, Instant, Zone } from './facts/value.ts';

/**
 * A made-up search to look around in, seen from `at`: a panel yesterday with letters to write, a promise that is being
 * waited for, an allowance that is used up, an application without news, one that ended, one offer. Ids are fixed, so
 * that it is the same everywhere. All names and places are invented.
 */
export const sampleCommands = (at: Instant, zone: Zone): readonly Command[] =>
  sample(at, zone).map((command) => Command.parse(command));

const sample = (at: Instant, zone: Zone): readonly CommandInput[] => {
  const today = dayOf(at, zone);
  const calendar = workCalendar(defaultSettings);
  const time = (days: number, hours: number, minutes = 0): Instant =>
    Math.min(
      instantOf(addDays(today, days), hours * 60 + minutes, zone),
      days < 0 ? at - 60_000 : Number.MAX_SAFE_INTEGER,
    );
  const workingDay = (days: number): Day => addWorkingDays(addDays(today, days), 0, calendar);
  const s = (id: string): string => `sample-${id}`;

  const employer = (id: string, name: string, website: string): CommandInput => ({
    type: 'add-employer',
    at: time(-40, 9),
    employer: { id: s(id), name, website },
  });
  const person = (
    id: string,
    name: string,
    position: string,
    organisation: string,
    email: string,
    rapport = '',
  ): CommandInput => ({
    type: 'batch',
    commands: [
      { type: 'add-person', at: time(-20, 9), person: { id: s(id), name, position, organisation, rapport } },
      ...(email === ''
        ? []
        : [
            {
              type: 'set-address' as const,
              id: s(id),
              list: 'emails' as const,
              entry: s(`${id}-email`),
              value: email,
              kind: 'work' as const,
              removed: false,
            },
          ]),
    ],
  });

  return [
    { type: 'start-search', at: time(-42, 9) },
    { type: 'update-settings', fields: { userName: 'Robin Hale' } },

    employer('brightwater', 'Brightwater', 'https://brightwater.example'),
    employer('harbour', 'Harbour Labs', 'https://harbourlabs.example'),
    employer('northfield', 'Northfield Trust', 'https://northfield.example'),
    employer('kestrel', 'Kestrel Studio', 'https://kestrel.example'),
    employer('linden', 'Linden Transit', 'https://linden.example'),
    employer('quarry', 'Quarry Press', 'https://quarry.example'),
    employer('oakline', 'Oakline', 'https://oakline.example'),

    person(
      'dana',
      'Dana Okafor',
      'Head of design',
      'Brightwater',
      'dana.okafor@brightwater.example',
      'Rows at weekends; asked where I learned to sail.',
    ),
    person('priya', 'Priya Raman', 'Product lead', 'Brightwater', 'priya.raman@brightwater.example'),
    person('tom', 'Tom Vance', 'Engineering', 'Brightwater', '', 'New in the role; prefers paper to screens.'),
    person(
      'sam',
      'Sam Whitlock',
      'Research director',
      'Harbour Labs',
      'sam@harbourlabs.example',
      'Grew up by the harbour; knows the tide tables by heart.',
    ),
    person('ines', 'Ines Moreau', 'Office manager', 'Northfield Trust', 'ines.moreau@northfield.example'),
    person('ruth', 'Ruth Adeyemi', 'Publisher', 'Quarry Press', 'ruth@quarry.example', 'Collects misprints.'),
    person('lind', 'Professor Anna Lind', 'Supervisor', 'Westbank College', 'a.lind@westbank.example'),

    {
      type: 'add-application',
      at: time(-24, 10),
      application: {
        id: s('app-brightwater'),
        employer: s('brightwater'),
        role: 'Product designer',
        place: 'Lowmarket',
        workMode: 'hybrid',
        strengths: 'six years of turning field notes into timetables that people can read',
        employerMedium: 'email',
        stage: 'interviewing',
        notes: 'Found through Ana. The team is small and everybody presents their own work.',
      },
    },
    {
      type: 'add-interview',
      at: time(-6, 12),
      interview: {
        id: s('panel'),
        application: s('app-brightwater'),
        round: 2,
        kind: 'panel',
        start: time(-1, 14),
        end: time(-1, 16),
        zone,
        place: 'Brightwater, 4 Mill Lane, second floor',
        interviewers: { [s('dana')]: true, [s('priya')]: true, [s('tom')]: true },
        said: 'They rebuild the tide map this winter and want someone who has worked outdoors.',
        toldSalary: '46,000 a year',
        toldNotice: 'four weeks',
      },
    },
    {
      type: 'batch',
      commands: [
        { type: 'tick', id: s('panel'), item: 'names-noted', done: true },
        { type: 'tick', id: s('panel'), item: 'asked-decision-date', done: true },
        {
          type: 'remember',
          id: s('panel'),
          entry: s('r1'),
          person: s('dana'),
          text: 'rebuilding the tide map together with the harbour pilots',
          removed: false,
        },
        {
          type: 'remember',
          id: s('panel'),
          entry: s('r2'),
          person: s('priya'),
          text: 'how plainly you drew the roadmap on one sheet',
          removed: false,
        },
        { type: 'update-interview', id: s('panel'), fields: { debriefedAt: time(-1, 17) } },
        {
          type: 'record-promise',
          at: time(-1, 17),
          promise: {
            id: s('promise-brightwater'),
            application: s('app-brightwater'),
            person: s('dana'),
            decisionBy: workingDay(9),
            channel: 'email',
            saidAt: time(-1, 16),
          },
        },
        {
          type: 'add-reference',
          at: time(-24, 11),
          reference: {
            id: s('ref-lind'),
            person: s('lind'),
            relation: 'Supervised my thesis',
            strengths: 'field work, patience with data',
          },
        },
        {
          type: 'link-reference',
          at: time(-24, 11),
          briefing: {
            id: s('brief-1'),
            reference: s('ref-lind'),
            application: s('app-brightwater'),
            askedAt: time(-24, 11),
            agreedAt: time(-22, 9),
          },
        },
      ],
    },

    {
      type: 'add-application',
      at: time(-30, 10),
      application: {
        id: s('app-harbour'),
        employer: s('harbour'),
        role: 'Design researcher',
        place: 'Harbour Road',
        strengths: 'interviews in noisy places',
        employerMedium: 'email',
        stage: 'interviewing',
      },
    },
    {
      type: 'add-interview',
      at: time(-12, 9),
      interview: {
        id: s('harbour-talk'),
        application: s('app-harbour'),
        round: 1,
        kind: 'video',
        start: time(-8, 10),
        end: time(-8, 11),
        zone,
        interviewers: { [s('sam')]: true },
      },
    },
    {
      type: 'batch',
      commands: [
        { type: 'update-interview', id: s('harbour-talk'), fields: { debriefedAt: time(-8, 12) } },
        {
          type: 'log-interaction',
          at: time(-7, 10),
          interaction: {
            id: s('thanks-sam'),
            employer: s('harbour'),
            application: s('app-harbour'),
            interview: s('harbour-talk'),
            person: s('sam'),
            direction: 'outgoing',
            medium: 'email',
            purpose: 'thank-you',
            at: time(-7, 10),
          },
        },
        {
          type: 'record-promise',
          at: time(-8, 12),
          promise: {
            id: s('promise-harbour'),
            application: s('app-harbour'),
            person: s('sam'),
            decisionBy: workingDay(3),
            channel: 'email',
            saidAt: time(-8, 11),
          },
        },
      ],
    },

    {
      type: 'add-application',
      at: time(-38, 10),
      application: { id: s('app-northfield'), employer: s('northfield'), role: 'Service designer', stage: 'applied' },
    },
    {
      type: 'batch',
      commands: [
        {
          type: 'log-interaction',
          at: time(-20, 10),
          interaction: {
            id: s('nf-1'),
            employer: s('northfield'),
            application: s('app-northfield'),
            person: s('ines'),
            direction: 'outgoing',
            medium: 'email',
            purpose: 'progress',
            at: time(-20, 10),
            note: 'Asked whether the post is still open.',
          },
        },
        {
          type: 'log-interaction',
          at: time(-6, 10),
          interaction: {
            id: s('nf-2'),
            employer: s('northfield'),
            application: s('app-northfield'),
            person: s('ines'),
            direction: 'outgoing',
            medium: 'phone',
            purpose: 'progress',
            at: time(-6, 10),
            note: 'Left a message.',
          },
        },
      ],
    },

    {
      type: 'add-application',
      at: time(-26, 10),
      application: { id: s('app-kestrel'), employer: s('kestrel'), role: 'Interaction designer', stage: 'applied' },
    },
    {
      type: 'batch',
      commands: [
        {
          type: 'log-interaction',
          at: time(-15, 10),
          interaction: {
            id: s('ke-1'),
            employer: s('kestrel'),
            application: s('app-kestrel'),
            direction: 'outgoing',
            medium: 'email',
            purpose: 'progress',
            at: time(-15, 10),
          },
        },
        {
          type: 'log-interaction',
          at: time(-14, 15),
          interaction: {
            id: s('ke-2'),
            employer: s('kestrel'),
            application: s('app-kestrel'),
            direction: 'incoming',
            medium: 'email',
            purpose: 'reply',
            at: time(-14, 15),
            note: 'They are still sorting and will be in touch.',
          },
        },
        {
          type: 'decide',
          record: {
            id: s('ke-r'),
            followUp: `follow-up-every-application/${s('app-kestrel')}/ask`,
            decision: 'done',
            at: time(-15, 10),
          },
        },
      ],
    },

    {
      type: 'add-application',
      at: time(-3, 10),
      application: { id: s('app-linden'), employer: s('linden'), role: 'Information designer', stage: 'applied' },
    },

    {
      type: 'add-application',
      at: time(-36, 10),
      application: { id: s('app-quarry'), employer: s('quarry'), role: 'Book designer', stage: 'interviewing' },
    },
    {
      type: 'add-interview',
      at: time(-18, 9),
      interview: {
        id: s('quarry-talk'),
        application: s('app-quarry'),
        round: 1,
        kind: 'on-site',
        start: time(-16, 11),
        end: time(-16, 12),
        zone,
        interviewers: { [s('ruth')]: true },
      },
    },
    {
      type: 'batch',
      commands: [
        { type: 'update-interview', id: s('quarry-talk'), fields: { debriefedAt: time(-16, 13) } },
        {
          type: 'log-interaction',
          at: time(-15, 9),
          interaction: {
            id: s('thanks-ruth'),
            employer: s('quarry'),
            application: s('app-quarry'),
            interview: s('quarry-talk'),
            person: s('ruth'),
            direction: 'outgoing',
            medium: 'post',
            purpose: 'thank-you',
            at: time(-15, 9),
          },
        },
        {
          type: 'log-interaction',
          at: time(-4, 15),
          interaction: {
            id: s('quarry-no'),
            employer: s('quarry'),
            application: s('app-quarry'),
            person: s('ruth'),
            direction: 'incoming',
            medium: 'email',
            purpose: 'reply',
            at: time(-4, 15),
            note: 'They chose somebody with more print work, and said so kindly.',
          },
        },
        {
          type: 'move-application',
          id: s('app-quarry'),
          entry: s('quarry-ended'),
          stage: 'rejected',
          at: time(-4, 15),
        },
      ],
    },

    {
      type: 'add-application',
      at: time(-28, 10),
      application: { id: s('app-oakline'), employer: s('oakline'), role: 'Wayfinding designer', stage: 'interviewing' },
    },
    {
      type: 'add-interview',
      at: time(-5, 9),
      interview: {
        id: s('oakline-talk'),
        application: s('app-oakline'),
        round: 1,
        kind: 'phone',
        start: instantOf(workingDay(2), 10 * 60, zone),
        end: instantOf(workingDay(2), 10 * 60 + 45, zone),
        zone,
        interviewers: {},
      },
    },
  ];
};
