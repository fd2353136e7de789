import { enApplication } from './en-application.ts';
import { enApplications } from './en-applications.ts';
import { enFrame } from './en-frame.ts';
import { enInterview } from './en-interview.ts';
import { enLetter } from './en-letter.ts';
import { enPeople } from './en-people.ts';
import { enSettings } from './en-settings.ts';
import { enShell } from './en-shell.ts';
import { enToday } from './en-today.ts';

/** The texts of the screens, a file for each. */
export const enScreens = {
  frame: enFrame,
  today: enToday,
  applications: enApplications,
  application: enApplication,
  interviewScreen: enInterview,
  letterScreen: enLetter,
  people: enPeople,
  settings: enSettings,
  shell: enShell,
} as const;
