import { z } from 'zod';
import { Day, line } from './value.ts';

const days = (initial: number) => z.int().min(0).max(365).default(initial);
const hours = (initial: number) =>
  z
    .int()
    .min(1)
    .max(24 * 60)
    .default(initial);
const minuteOfDay = (initial: number) =>
  z
    .int()
    .min(0)
    .max(24 * 60)
    .default(initial);

/** ISO weekday, 1 is Monday. */
export const Weekday = z.enum(['1', '2', '3', '4', '5', '6', '7']);

/** What the user can change about the rules. Every default has its reason in `advice.ts`. Synced between machines. */
export const Settings = z.object({
  /** How letters are signed. */
  userName: line(200).default(''),
  /** Hours after the interview's end (rule `thank-within-two-days`). */
  thankYouDueHours: hours(24),
  thankYouLatestHours: hours(48),
  /** Days after the interview's end, where no decision date was given (rule `call-within-a-fortnight`). */
  progressCallDays: days(10),
  progressCallLatestDays: days(14),
  /** Working days after the decision date, where one was given. */
  afterPromiseWorkingDays: days(3),
  /** Contacts that start with the user, per employer, before an answer (rule `stay-proportional`). */
  allowanceLimit: z.int().min(1).max(10).default(2),
  /** The cool-down between two of them (rule `do-not-nag`). */
  allowanceSpacingWorkingDays: days(5),
  /** How long to rest once the allowance is used up. */
  allowanceRestDays: days(30),
  /** Hours after the interview's end (rule `brief-your-references`). */
  referenceDueHours: hours(48),
  referenceLatestHours: hours(120),
  /** Days after applying without an answer (rule `follow-up-every-application`). */
  applicationCheckDays: days(10),
  /** When on a day a follow-up that has only a date is due, minutes after midnight. */
  dayStart: minuteOfDay(9 * 60),
  dayEnd: minuteOfDay(17 * 60),
  workingDays: z
    .partialRecord(Weekday, z.boolean())
    .default({ '1': true, '2': true, '3': true, '4': true, '5': true, '6': false, '7': false }),
  /** Days off by date; false means taken off the list again. */
  holidays: z.record(Day, z.boolean()).default({}),
});
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = Settings.parse({});
