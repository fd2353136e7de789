import type { Command, CommandError, CommandLabel } from '#shared/command.ts';
import type { FileError, Submitted, TextChanges, TextMerged, TextVersion, Undone } from '#shared/contract.ts';
import type { Entity, ProsePlace, Search } from '#shared/facts/facts.ts';
import type { Settings } from '#shared/facts/settings.ts';
import type { Announcement } from '#shared/facts/follow-up-record.ts';
import type { Instant, Zone } from '#shared/facts/value.ts';
import type { Hold } from '#shared/plan.ts';
import type { Result } from '#shared/result.ts';
import type { FollowUpRow, RowsChange } from '#shared/rows.ts';

/** One open job search. The worker thread and the command line hold the same thing behind it. */
export interface DocumentPort {
  readonly submit: (command: Command) => Promise<Result<Submitted, CommandError>>;
  readonly undo: () => Promise<Result<Undone | null, CommandError>>;
  readonly redo: () => Promise<Result<Undone | null, CommandError>>;
  readonly readText: (place: ProsePlace) => Promise<Result<TextVersion & { readonly text: string }, CommandError>>;
  readonly editText: (
    place: ProsePlace,
    version: readonly string[],
    changes: TextChanges,
  ) => Promise<Result<TextMerged, CommandError>>;
  readonly rows: (heads: readonly string[] | null) => Promise<RowsChange>;
  /** All open follow-ups with their names, and what reminders need beside them. */
  readonly outlook: () => Promise<Outlook>;
  /** The documented JSON of everything. */
  readonly exportJson: (at: Instant) => Promise<string>;
  /** Adds what the JSON holds as one undoable step; the answer counts what came in. */
  readonly importJson: (json: string, at: Instant) => Promise<Result<number, FileError>>;
  /** Days are counted in the user's zone; a change of zone changes the plan. */
  readonly setZone: (zone: Zone) => Promise<void>;
  /** After what was acknowledged is on disk. */
  readonly close: () => Promise<void>;
}

/** What the reminders and the tray are derived from. */
export interface Outlook {
  readonly search: Search;
  readonly settings: Settings;
  readonly followUps: readonly FollowUpRow[];
  readonly announcements: readonly Announcement[];
  readonly applications: readonly Entity<'applications'>[];
  readonly holds: readonly Hold[];
}

/** Told by the document unasked. */
export interface DocumentEvents {
  readonly rows: (change: RowsChange) => void;
  readonly status: (status: DocumentStatus) => void;
}

export interface DocumentStatus {
  readonly saving:
    | { readonly type: 'saved' }
    | { readonly type: 'saving' }
    | { readonly type: 'not-saved'; readonly because: string };
  readonly readOnly: 'newer-version' | 'damaged' | null;
  readonly damaged: readonly { readonly file: string; readonly what: string; readonly movedTo: string }[];
  readonly undo: CommandLabel | null;
  readonly redo: CommandLabel | null;
}
