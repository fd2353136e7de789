import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { Instant, Zone } from '#shared/facts/value.ts';
import { phaseAt } from '#shared/follow-up.ts';
import { en } from '#shared/messages/en.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import { coverageOf, standingAt } from '#shared/standing.ts';
import { dueWords, titleOf, waitingWords, whyOf, type Voice } from '#shared/words.ts';
import type { DocumentPort, Outlook } from './document/document-port.ts';
import { openLockedSearch } from './document/open-locked-search.ts';
import { maxSearchFileLength, searchFileSchema } from './exchange/search-json.ts';

/** The command line: the same data folder and the same modules without a window. */
const usage = `afterword plan --data DIR [--at ISO] [--zone IANA] [--json]
afterword import FILE --data DIR
afterword export --data DIR
afterword schema`;

/** Bad input: told in one line, exit code 2. */
class Refused extends Error {}

const main = async (argv: readonly string[]): Promise<string> => {
  const { command, file, data, at, zone, json } = parse(argv);
  switch (command) {
    case 'plan':
      return withSearch(data, at, zone, async (document) => {
        const outlook = await document.outlook();
        const voice: Voice = { messages: en, region: { locale: 'en-GB', zone } };
        return json
          ? `${JSON.stringify(planInJson(outlook, at, voice), null, 2)}\n`
          : outlook.followUps
              .toSorted(byDue)
              .map((row) => inWords(row, at, voice))
              .join('');
      });
    case 'import':
      return withSearch(data, at, zone, async (document) => {
        const imported = await document.importJson(await readInput(file), at);
        if (!imported.ok) throw new Refused(`${file}: ${imported.error.what}`);
        return `${imported.value} added\n`;
      });
    case 'schema':
      return `${JSON.stringify(searchFileSchema(), null, 2)}\n`;
    case 'export':
      return withSearch(data, at, zone, (document) => document.exportJson(at));
  }
};

const parse = (argv: readonly string[]) => {
  const { values, positionals } = parseOptions(argv);
  const [command, file, ...rest] = positionals;
  if (command !== 'plan' && command !== 'import' && command !== 'export' && command !== 'schema')
    throw new Refused(`usage:\n${usage}`);
  if (rest.length > 0 || (command === 'import') !== (file !== undefined)) throw new Refused(`usage:\n${usage}`);
  if (values.data === undefined && command !== 'schema')
    throw new Refused('--data: the folder of the search is missing');
  const at = values.at === undefined ? Date.now() : Date.parse(values.at);
  if (!Instant.safeParse(at).success) throw new Refused(`--at: ${values.at} is not an ISO 8601 instant`);
  if (values.at !== undefined && !/(Z|[+-]\d\d:?\d\d)$/.test(values.at)) {
    throw new Refused(`--at: ${values.at} does not say its offset; end it with Z or +hh:mm`);
  }
  const zone = values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!Zone.safeParse(zone).success) throw new Refused(`--zone: ${zone} is not an IANA time zone`);
  return { command, file: file ?? '', data: values.data ?? '', at, zone, json: values.json } as const;
};

const parseOptions = (argv: readonly string[]) => {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        at: { type: 'string' },
        zone: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new Refused(cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'arguments not understood');
  }
};

const withSearch = async (
  folder: string,
  now: number,
  zone: string,
  work: (document: DocumentPort) => Promise<string>,
): Promise<string> => {
  const opened = await openLockedSearch(folder, {
    zone,
    now,
    events: { rows: () => undefined, status: () => undefined },
  });
  if (!opened.ok) {
    throw new Refused(
      opened.error.type === 'locked'
        ? `--data: ${folder} is in use by ${opened.error.by}; close Afterword there first`
        : `--data: ${opened.error.what}`,
    );
  }
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
};

const readInput = async (file: string): Promise<string> => {
  try {
    if ((await stat(file)).size > maxSearchFileLength) throw new Refused(`${file}: larger than 64 MiB`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    throw new Refused(`${file}: ${cause instanceof TypeError ? 'is not UTF-8 text' : 'cannot be read'}`);
  }
};

const planInJson = (outlook: Outlook, at: number, voice: Voice) => {
  const standings = outlook.applications.map((application) => ({
    application: application.id,
    stage: application.stage,
    standing: standingAt(
      application,
      outlook.followUps.filter((followUp) => followUp.application === application.id),
      outlook.holds.find((hold) => hold.application === application.id) ?? null,
      at,
    ),
  }));
  return {
    at: new Date(at).toISOString(),
    zone: voice.region.zone,
    followUps: outlook.followUps.toSorted(byDue).map((row) => inJson(row, at, voice)),
    waiting: standings.flatMap(({ application, standing }) =>
      standing.type === 'waiting'
        ? [
            {
              application,
              until: new Date(standing.until).toISOString(),
              because: waitingWords(standing, at, voice).because,
              contactHeldBack: standing.hold !== null,
            },
          ]
        : [],
    ),
    coverage: coverageOf(standings),
  };
};

const byDue = (a: FollowUpRow, b: FollowUpRow): number => a.window.due - b.window.due || (a.id < b.id ? -1 : 1);

const inJson = (row: FollowUpRow, at: number, voice: Voice) => ({
  id: row.id,
  rule: row.rule,
  alsoRules: row.alsoRules,
  kind: row.kind,
  title: titleOf(row, voice),
  why: whyOf(row, at, voice),
  phase: phaseAt(row, at),
  employer: row.employerName,
  role: row.role,
  person: row.personName,
  cause: { type: row.because.type, at: new Date(row.because.at).toISOString() },
  window: {
    from: new Date(row.window.from).toISOString(),
    due: new Date(row.window.due).toISOString(),
    until: new Date(row.window.until).toISOString(),
  },
  isContact: row.isContact,
  pinned: row.pinned,
});

const inWords = (row: FollowUpRow, at: number, voice: Voice): string =>
  `${dueWords(row, at, voice)}\t${titleOf(row, voice)}\t${row.employerName}, ${row.role}\t${whyOf(row, at, voice)}\n`;

try {
  process.stdout.write(await main(process.argv.slice(2)));
} catch (cause) {
  if (!(cause instanceof Refused)) throw cause;
  process.stderr.write(`${cause.message}\n`);
  process.exitCode = 2;
}
